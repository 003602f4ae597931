"""The few shapes a drawing needs, as SVG elements with real text."""

from __future__ import annotations

from textwrap import wrap
from xml.etree.ElementTree import Element, SubElement, indent, tostring

INK = "#0b0c0c"
MUTED = "#484d51"
NATIONAL = "#144e81"
LOCAL = "#4c2c92"
STRIPE = "#f3f4f5"
RULE = "#d8dadc"

TEXT = 13.0
SMALL = 11.5


NAMESPACE = "http://www.w3.org/2000/svg"
AVERAGE_WIDTH = 0.49
"""Of a character, in font sizes: Arial, with a little to spare."""


def root(width: float, height: float, title: str, description: str) -> Element:
    """An empty drawing that scales to its page and can be read aloud."""
    svg = Element(
        "svg",
        {
            "xmlns": NAMESPACE,
            "viewBox": f"0 0 {width:g} {height:g}",
            "width": "100%",
            "role": "graphics-document document",
            "aria-labelledby": "title description",
            "font-family": "Arial, Helvetica, sans-serif",
        },
    )
    SubElement(svg, "title", {"id": "title"}).text = title
    SubElement(svg, "desc", {"id": "description"}).text = description
    rectangle(svg, 0, 0, width, height, fill="#ffffff")
    return svg


def group(parent: Element, spoken: str) -> Element:
    """Shapes that belong together, with what they say in words."""
    found = SubElement(parent, "g", {"role": "group"})
    SubElement(found, "title").text = spoken
    return found


def rectangle(parent: Element, x: float, y: float, width: float, height: float, **style: str) -> None:
    """A box by its top left corner."""
    SubElement(parent, "rect", {**_numbers(x=x, y=y, width=width, height=height), **_style(style)})


def circle(parent: Element, x: float, y: float, radius: float, **style: str) -> None:
    """A circle by its centre."""
    SubElement(parent, "circle", {**_numbers(cx=x, cy=y, r=radius), **_style(style)})


def line(parent: Element, x1: float, y1: float, x2: float, y2: float, colour: str) -> None:
    """A thin line."""
    SubElement(parent, "line", {**_numbers(x1=x1, y1=y1, x2=x2, y2=y2), "stroke": colour, "stroke-width": "1"})


def words(parent: Element, x: float, y: float, text: str, size: float, **style: str) -> None:
    """One line of text; `y` is its base line."""
    SubElement(parent, "text", {**_numbers(x=x, y=y), "font-size": f"{size:g}", **_style(style)}).text = text


def lines(text: str, width: float, size: float) -> list[str]:
    """The text broken into lines that fit the width at that size."""
    return wrap(text, max(8, int(width / (size * AVERAGE_WIDTH))), break_long_words=False)


def written(svg: Element) -> str:
    """The drawing as a file's content."""
    indent(svg)
    return tostring(svg, encoding="unicode") + "\n"


def _numbers(**values: float) -> dict[str, str]:
    return {name: f"{value:g}" for name, value in values.items()}


def _style(style: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in style.items()}
