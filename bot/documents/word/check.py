"""Checking a Word template before it is used: safe to open, every tag known, and whole once it is filled in.

It is rehearsed: filled in with made-up words, with empty lists and with full ones, through every branch.
"""

from __future__ import annotations

import difflib
import re
from typing import Any

from jinja2 import ChainableUndefined, TemplateAssertionError, TemplateSyntaxError, Undefined, nodes
from jinja2.meta import find_undeclared_variables
from jinja2.utils import missing
from jinja2.visitor import NodeTransformer
from lxml import etree

from bot.documents.referral.document import Document
from bot.documents.word.package import Fault, TemplateFaults, package_faults
from bot.documents.word.parts import FILTERS, Tags, opened, sources
from bot.documents.word.sample import Having, Many, sample

CARRIED = {
    ("reference",): "what it is called",
    ("status",): "draft or decided",
    ("guidance.words", "guidance.version"): "which guidance",
    ("audit.head",): "the audit chain",
}
"""What every document must carry, the first or another, and why: without a status a draft could pass for a referral."""
PLAIN = (
    *(nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem),
    *(nodes.Filter, nodes.Compare, nodes.Operand, nodes.Not, nodes.And, nodes.Or, nodes.CondExpr, nodes.Concat),
)
"""All that may stand in a tag: values, loops and conditions."""
FULL, EMPTY = ("Words & <words>", 2), ("", 0)
XML = re.compile(r"<[^>]*>")


def template_faults(file: bytes) -> list[Fault]:
    """Every mistake in the template (the bytes of a .docx); empty when it may be used."""
    if faults := package_faults(file):
        return faults
    parts = list(sources(opened(file)))
    rehearsals = [Rehearsal(place, source) for place, source in parts]
    faults = list(dict.fromkeys(fault for each in rehearsals for fault in each.faults))
    used = {name for each in rehearsals for name in each.used}
    return (
        faults
        or [
            Fault("body", f"no {{{{ {names[0]} }}}}", f"one, as every document carries it ({why})")
            for names, why in CARRIED.items()
            if not used.intersection(names)
        ]
        or [fault for place, source in parts for fault in _torn(place, source)][:1]
    )


def checked(name: str, file: bytes) -> bytes:
    """The template itself. Raises TemplateFaults."""
    if faults := template_faults(file):
        raise TemplateFaults(name, faults)
    return file


class Rehearsal:
    """One part, filled in through every branch: the `faults` of its tags, and the fields `used` in them."""

    def __init__(self, place: str, source: str) -> None:
        self.place, self.source = place, source
        self.faults: list[Fault] = []
        self.used: set[str] = set()
        jinja = self._tags()
        try:
            parsed = jinja.parse(source)
            jinja.from_string(source)
        except TemplateSyntaxError as error:
            expected = (
                f"one of {', '.join(FILTERS)}"
                if isinstance(error, TemplateAssertionError)
                else "tags that fit together"
            )
            self.faults.append(
                Fault(self._near(error.lineno), f"a mistake ({str(error.message).rstrip('.')})", expected)
            )
            return
        for node in parsed.find_all(nodes.Node):
            if not isinstance(node, PLAIN):
                self._fault("tag", f"'{type(node).__name__.lower()}'", "values, loops and conditions only")
        if self.faults:
            return
        self.used |= find_undeclared_variables(parsed)
        every_branch = EveryBranch().visit(parsed).set_environment(jinja)
        for words, entries in (FULL, EMPTY):
            try:
                jinja.from_string(every_branch).render(sample(Document, words, entries))
            except Exception as error:  # whatever a tag can do wrong is told, not only what was thought of
                self._fault("tag", f"a mistake ({error})", "a value, a loop over a list, or a condition")

    def _tags(self) -> Tags:
        """Jinja that notes what is used, and what is not known instead of failing on it."""
        rehearsal = self

        class Noting(Tags):
            def getitem(self, obj: Any, argument: Any) -> Any:
                if isinstance(obj, Having):
                    rehearsal.used.add(f"{obj.path}.{argument}")
                return super().getitem(obj, argument)

        class Unknown(ChainableUndefined):
            def __init__(self, hint: str | None = None, obj: Any = missing, name: Any = None, *more: Any) -> None:
                super().__init__(hint, obj, name, *more)
                rehearsal.unknown(obj, name)

        return Noting(Unknown)

    def unknown(self, of: Any, name: Any) -> None:
        """Tells that `of` (missing: the document itself) has no `name`."""
        if isinstance(of, Undefined):  # told already
            return
        of = sample(Document, *FULL) if of is missing else of
        path = f"{of.path}.{name}".lstrip(".") if isinstance(name, str) else f"{of.path}[...]"
        if isinstance(of, Having):
            near = difflib.get_close_matches(str(name), of, n=1, cutoff=0.0)[0]
            among = f"a field of {of.path}" if of.path else "a field"
            self._fault(path, f"the unknown field '{name}'", f"{among}; the nearest is '{near}'")
        else:
            is_list = isinstance(of, Many)
            self._fault(path, *(("a list", "a loop over it") if is_list else ("a single value", "no field after it")))

    def _fault(self, tag: str, found: str, expected: str) -> None:
        self.faults.append(Fault(f"{self.place}, {tag}", found, expected))

    def _near(self, line: int) -> str:
        """The place with the words of the paragraph where a mistake was noticed, if it has any."""
        words = XML.sub("", [*self.source.splitlines(), ""][line - 1]).strip()
        return f"{self.place}, near {words[:60]!r}" if words else self.place


class EveryBranch(NodeTransformer):
    """Conditions are worked out but not heeded: what stands under them is read whatever the made-up words are."""

    def visit_If(self, node: nodes.If) -> list[nodes.Node]:  # noqa: N802  Jinja's name
        self.generic_visit(node)
        return [_only_tested(node.test), *node.body, *node.elif_, *node.else_]

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802  Jinja's name
        self.generic_visit(node)
        if node.test is not None:
            node.body, node.test = [_only_tested(node.test), *node.body], None
        return node


def _only_tested(test: nodes.Node) -> nodes.Node:
    return nodes.If(test, [nodes.Output([nodes.TemplateData(" ")])], [], []).set_lineno(test.lineno)


def _torn(place: str, source: str) -> list[Fault]:
    """Filled in with empty lists and with full ones: a loop that begins in one cell and ends in another shows then."""
    for entries in (0, 1, 2) if source.lstrip().startswith("<") else ():
        try:
            etree.fromstring(Tags().from_string(source).render(sample(Document, FULL[0], entries)))
        except etree.XMLSyntaxError:
            expected = "each loop and condition to begin and end in one place: whole paragraphs (p) or rows (tr)"
            return [Fault(place, "tags that tear a paragraph or a table apart", expected)]
    return []
