"""The parts of a Word template that are filled in, and the Jinja that fills them in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any, cast

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Undefined
from jinja2.runtime import LoopContext
from jinja2.sandbox import SandboxedEnvironment

FILTERS = ("capitalize", "join", "length", "lower", "title", "trim", "upper")
"""The filters that a template may use. `safe` is not one: what people typed must stay text."""
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")


class Tags(SandboxedEnvironment):
    """Jinja as templates get it: every value is escaped, an unknown name is an error, and a tag reaches fields alone,
    no attribute, method or global of Python.
    """

    def __init__(self, undefined: type[Undefined] = StrictUndefined) -> None:
        super().__init__(undefined=undefined, autoescape=True)
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.globals.clear()

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`record.harm` is the field; only `loop` has attributes."""
        return super().getattr(obj, attribute) if isinstance(obj, LoopContext) else self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """`record["harm"]` is the field too."""
        if isinstance(obj, Mapping) and argument in obj:
            return obj[argument]
        return self.undefined(obj=obj, name=argument)


def opened(file: bytes) -> DocxTemplate:
    """The template, read. The caller has checked the package."""
    template = DocxTemplate(BytesIO(file))
    template.init_docx()
    return template


def sources(template: DocxTemplate) -> Iterator[tuple[str, str]]:
    """Each part's name with its Jinja source as docxtpl makes it, a line for each paragraph."""
    for place, source in _sources(template):
        yield place, re.sub(r"<w:p([ >])", r"\n<w:p\1", source)


def _sources(template: DocxTemplate) -> Iterator[tuple[str, str]]:
    yield "body", cast(str, template.patch_xml(template.get_xml()))
    for kind, uri in (("header", template.HEADER_URI), ("footer", template.FOOTER_URI)):
        for number, (_, part) in enumerate(template.get_headers_footers(uri), start=1):
            yield f"{kind} {number}", template.patch_xml(template.get_part_xml(part))
    for part in template.docx.part.package.parts:
        if part.content_type == FOOTNOTES:
            yield "footnotes", template.patch_xml(part.blob.decode())
    for name in PROPERTIES:
        yield f"property {name}", getattr(template.docx.core_properties, name)
