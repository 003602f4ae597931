"""What must hold of every page: nothing that axe finds, no sideways scrolling, everything within reach of the keyboard.

axe is a script: where scripts are off it cannot run. Both ways the HTML is the same, and so is the order of Tab.
"""

from __future__ import annotations

from playwright.sync_api import Page, ViewportSize

from tests.browsing import axe_finds

MARK = """() => {
  const found = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
  window.within = [...document.querySelectorAll(found)].filter((e) => !e.disabled && e.checkVisibility());
  document.addEventListener("focusin", ({ target }) => {
    const group = (e) => e.type === "radio" && e.name === target.name && e.form === target.form;
    window.within = window.within.filter((e) => e !== target && !group(e));
  });
  document.activeElement.blur();
  window.scrollTo(0, 0);
  return window.within.length;
}"""
LEFT = "window.within.map((e) => e.outerHTML.slice(0, 120))"
NARROW: ViewportSize = {"width": 320, "height": 800}


def fine(page: Page) -> None:
    """No sideways scrolling; with JavaScript, no violation that axe finds and no breach of the security policy too."""
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), page.url
    if _has_scripts(page):
        assert axe_finds(page) == [], page.url
        assert page.evaluate("window.violations") == [], page.url


def fine_everywhere(page: Page, *, keyboard: bool = True) -> None:
    """As it is, by keyboard, on a narrow screen, and with text of twice the size."""
    fine(page)
    if keyboard and _has_scripts(page):
        within_reach_of_the_keyboard(page)
    size = page.viewport_size
    assert size is not None
    page.set_viewport_size(NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"], page.url
    page.set_viewport_size(size)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), page.url
    page.evaluate("document.documentElement.style.fontSize = ''")


def within_reach_of_the_keyboard(page: Page) -> None:
    """Tab comes to every link, button and field, one of each group of radios, and nothing holds it fast."""
    left, presses = page.evaluate(MARK), 0
    while left and presses < 300:
        for _ in range(min(left, 10)):
            page.keyboard.press("Tab")
            presses += 1
        left = page.evaluate("window.within.length")
    if not left:
        return
    raise AssertionError(f"{page.url}: Tab does not come to {page.evaluate(LEFT)}")


def opened(page: Page, url: str, status: int = 200, *, keyboard: bool = True) -> None:
    """Go there; the page answers with this status and is fine everywhere. `keyboard` False: seen elsewhere."""
    answer = page.goto(url)
    assert answer is not None
    assert answer.status == status, url
    fine_everywhere(page, keyboard=keyboard)


def _has_scripts(page: Page) -> bool:
    return bool(page.evaluate("'violations' in window"))
