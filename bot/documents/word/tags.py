"""Reading the tags of a template: each name must be a field, each loop a list, and nothing else may stand in a tag."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping

from jinja2 import nodes

from bot.documents.word.fault import Fault
from bot.documents.word.parts import FILTERS
from bot.documents.word.shape import LOOP, ONE, Having, Many, One, Shape

Scope = Mapping[str, Shape]
ONLY = "values, loops and conditions only"
PLAIN = (nodes.Compare, nodes.Operand, nodes.Not, nodes.And, nodes.Or, nodes.CondExpr, nodes.Concat)
KINDS = {
    nodes.Call: "a call",
    nodes.Assign: "a set",
    nodes.Macro: "a macro",
    nodes.Include: "an include",
    nodes.BinExpr: "arithmetic",
}


class Reader:
    """Reads one part. `faults` and the paths `used` grow while it reads."""

    def __init__(self, place: str) -> None:
        self.place = place
        self.faults: list[Fault] = []
        self.used: set[str] = set()

    def read(self, found: Iterable[nodes.Node], scope: Scope) -> None:
        """Statements."""
        for node in found:
            match node:
                case nodes.Output():
                    for each in node.nodes:
                        self._printed(each, scope)
                case nodes.For():
                    self._loop(node, scope)
                case nodes.If():
                    self.value(node.test, scope)
                    self.read([*node.body, *node.elif_, *node.else_], scope)
                case _:
                    self._refuse(node)

    def value(self, node: nodes.Node, scope: Scope) -> Shape | None:
        """The shape of an expression; None when it was refused."""
        match node:
            case nodes.Const() | nodes.TemplateData():
                return ONE
            case nodes.Name():
                return self._named(scope, node.name, "")
            case nodes.Getattr():
                return self._field(node.node, node.attr, scope)
            case nodes.Getitem(arg=nodes.Const(value=str() as name)):
                return self._field(node.node, name, scope)
            case nodes.Getitem():
                self._fault(f"{_path(node.node)}[...]", "an entry taken out of a list", "a loop over it")
                return None
            case nodes.Filter():
                return self._filtered(node, scope)
        if isinstance(node, PLAIN):
            for each in node.iter_child_nodes():
                self.value(each, scope)
            return ONE
        self._refuse(node)
        return None

    def _printed(self, node: nodes.Node, scope: Scope) -> None:
        shape = self.value(node, scope)
        if isinstance(shape, Many):
            self._fault(_path(node), "a list", "a loop over it")
        elif isinstance(shape, Having):
            self._fault(_path(node), "a group of fields", f"one of its fields: {', '.join(shape.fields)}")

    def _loop(self, node: nodes.For, scope: Scope) -> None:
        shape = self.value(node.iter, scope)
        if not isinstance(node.target, nodes.Name) or node.recursive:
            self._fault(f"for ... in {_path(node.iter)}", "more than one name", "a loop like 'for child in ...'")
            return
        if isinstance(shape, One | Having):
            self._fault(f"for ... in {_path(node.iter)}", "something that is no list", "a list such as 'deadlines'")
        if isinstance(shape, Many):
            inner = {**scope, node.target.name: shape.of, "loop": LOOP}
            if node.test is not None:
                self.value(node.test, inner)
            self.read(node.body, inner)
        self.read(node.else_, scope)

    def _filtered(self, node: nodes.Filter, scope: Scope) -> Shape | None:
        for argument in node.args:
            self.value(argument, scope)
        shape = self.value(node.node, scope) if node.node is not None else ONE
        if node.name not in FILTERS:
            self._fault(
                f"{_path(node.node)} | {node.name}", f"the filter '{node.name}'", f"one of {', '.join(FILTERS)}"
            )
        elif node.name == "join" and shape is not None and shape != Many(ONE):
            self._fault(f"{_path(node.node)} | join", "something that is no list of values", "a list of values")
        return ONE

    def _field(self, held: nodes.Node, name: str, scope: Scope) -> Shape | None:
        shape = self.value(held, scope)
        if shape is None:
            return None
        if not isinstance(shape, Having):
            what = "a list" if isinstance(shape, Many) else "a single value"
            expected = "a loop over it" if isinstance(shape, Many) else "no field after it"
            self._fault(f"{_path(held)}.{name}", what, expected)
            return None
        return self._named(shape.fields, name, _path(held))

    def _named(self, among: Mapping[str, Shape], name: str, of: str) -> Shape | None:
        path = f"{of}.{name}" if of else name
        if name not in among:
            near = difflib.get_close_matches(name, among, n=1, cutoff=0.0)
            what = f"a field of {of}" if of else "a field"
            self._fault(path, f"the unknown field '{name}'", f"{what}; the nearest is '{near[0]}'")
            return None
        self.used.add(path)
        return among[name]

    def _refuse(self, node: nodes.Node) -> None:
        kind = next(
            (said for each, said in KINDS.items() if isinstance(node, each)), f"a {type(node).__name__.lower()}"
        )
        self._fault("tag", kind, ONLY)

    def _fault(self, tag: str, found: str, expected: str) -> None:
        self.faults.append(Fault(f"{self.place}, {tag}", found, expected))


def _path(node: nodes.Node | None) -> str:
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return f"{_path(node.node)}.{node.attr}"
        case nodes.Getitem(arg=nodes.Const(value=str() as name)):
            return f"{_path(node.node)}.{name}"
        case nodes.Filter():
            return f"{_path(node.node)} | {node.name}"
    return "..."
