"""Word's XML (ISO/IEC 29500-1) where python-docx has no words for it: header rows, lines, language, page numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.document import Document as Word
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import BaseStyle
from docx.text.paragraph import Paragraph

LANGUAGE = "en-GB"
THIN = {"val": "single", "sz": "4", "space": "0", "color": "8C8C8C"}
AFTER_BORDERS = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl", "w:rPr")
"""What must come after borders among a paragraph's properties."""
THICK = {"val": "single", "sz": "12", "space": "6", "color": "000000"}


def made(tag: str, **attributes: str) -> Any:
    """An element of the w: namespace."""
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def plain(style: BaseStyle, font: str) -> None:
    """British English, one font for every script that it has, no line and no letter spacing of Word's own."""
    properties = style.element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), font)
    for theme in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    paragraph = style.element.get_or_add_pPr()
    unwanted = [(properties, name) for name in ("w:lang", "w:spacing", "w:kern")] + [(paragraph, "w:pBdr")]
    for parent, name in unwanted:
        for old in parent.findall(qn(name)):
            parent.remove(old)
    properties.append(made("lang", val=LANGUAGE, eastAsia=LANGUAGE))


def boxed(paragraph: Paragraph) -> None:
    """A border all round."""
    _border(paragraph, dict.fromkeys(("top", "left", "bottom", "right"), THICK))


def top_line(paragraph: Paragraph) -> None:
    """A thin line above."""
    _border(paragraph, {"top": THIN | {"space": "4"}})


def field(paragraph: Paragraph, code: str) -> None:
    """A field that Word works out, such as PAGE."""
    for kind in ("begin", "instr", "separate", "shown", "end"):
        run = paragraph.add_run()
        if kind == "instr":
            text = made("instrText")
            text.text = f" {code} "
            run._r.append(text)
        elif kind == "shown":
            run.text = "1"
        else:
            run._r.append(made("fldChar", fldCharType=kind))


def page_of(paragraph: Paragraph) -> None:
    """ "x of y", counted by Word."""
    field(paragraph, "PAGE")
    paragraph.add_run(" of ")
    field(paragraph, "NUMPAGES")


class new_table:  # noqa: N801 - read as a verb where a template is made
    """A table with thin lines between rows, its header row repeated on every page, no row torn apart."""

    def __init__(self, word: Word, caption: str, heads: Sequence[str], widths: Sequence[int]) -> None:
        """`widths` in millimetres; `caption` is read out by screen readers."""
        self.widths = widths
        self.table = word.add_table(rows=1, cols=len(heads))
        self.table.autofit = False
        properties = self.table._tbl.tblPr
        borders = made("tblBorders")
        for side in ("top", "bottom", "insideH"):
            borders.append(made(side, **THIN))
        properties.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
        margins = made("tblCellMar")
        margins.append(made("left", w="0", type="dxa"))
        margins.append(made("right", w="140", type="dxa"))
        properties.insert_element_before(margins, "w:tblLook")
        properties.append(made("tblCaption", val=caption))
        for column, width in zip(self.table.columns, widths, strict=True):
            column.width = Mm(width)
        head = self.table.rows[0]
        head._tr.get_or_add_trPr().append(made("tblHeader"))
        self._fill(head, heads, size=9)

    def row(self, *texts: str) -> None:
        """A row of cells."""
        self._fill(self.table.add_row(), texts)

    def tag(self, text: str) -> None:
        """A row that a loop's tag takes away."""
        self.table.add_row().cells[0].text = text

    def _fill(self, row: Any, texts: Sequence[str], size: float = 10.5) -> None:
        row._tr.get_or_add_trPr().insert(0, made("cantSplit"))
        for cell, text, width in zip(row.cells, texts, self.widths, strict=True):
            cell.width = Mm(width)
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(3)
            paragraph.add_run(text).font.size = Pt(size)


def _border(paragraph: Paragraph, sides: dict[str, dict[str, str]]) -> None:
    borders = made("pBdr")
    for side, look in sides.items():
        borders.append(made(side, **look))
    paragraph._p.get_or_add_pPr().insert_element_before(borders, *AFTER_BORDERS)
