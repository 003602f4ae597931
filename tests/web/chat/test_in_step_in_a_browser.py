"""Two tabs of one conversation, a connection that goes, and a page that is loaded again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import tell


@pytest.fixture
def begun(page) -> Page:
    tell(page, "A child has died")
    expect(page.locator("legend")).to_have_text("Is any child in danger now?")
    return page


@pytest.fixture
def other(begun, address) -> Page:
    """Another tab of the same browser, whose clock is the test's."""
    other = begun.context.new_page()
    other.clock.install()
    other.goto(f"{address}/chat")
    expect(other.locator("legend")).to_be_visible()
    return other


def a_while_later(page: Page) -> None:
    """The page asks for news every ten seconds."""
    with page.expect_response("**/chat/standing"):
        page.clock.run_for(10_000)


def log(page: Page) -> list[str]:
    return [" ".join(line.split()) for line in page.get_by_role("log").get_by_role("listitem").all_inner_texts()]


def test_what_is_said_in_one_tab_is_in_the_other(begun, other):
    begun.get_by_label("No, everyone is safe").check()
    begun.get_by_role("button", name="Continue").click()
    expect(begun.locator("legend")).to_contain_text("Did the child have any of these?")
    a_while_later(other)
    expect(other.locator("legend")).to_contain_text("Did the child have any of these?")
    assert log(begun) == log(other)


def test_what_was_typed_in_the_other_tab_stays_and_focus_does_not_move(begun, other):
    other.bring_to_front()
    other.get_by_role("textbox").fill("half a sentence")
    begun.evaluate("document.querySelector('[value=no]').click(); document.getElementById('continue').click()")
    expect(begun.locator("legend")).to_contain_text("Did the child have any of these?")
    a_while_later(other)
    expect(other.locator("legend")).to_contain_text("Did the child have any of these?")
    expect(other.get_by_role("textbox")).to_have_value("half a sentence")
    expect(other.get_by_role("textbox")).to_be_focused()
    expect(other.get_by_role("status")).to_contain_text("went on in another window")


def test_leaving_in_one_tab_empties_the_other(begun, other):
    begun.context.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="Rain"))
    begun.locator("#leave").get_by_role("button", name="Leave this page quickly").click()
    expect(begun.get_by_text("Rain")).to_be_visible()
    a_while_later(other)
    expect(other.locator("#welcome")).to_be_visible()
    expect(other.get_by_text("A child has died")).to_have_count(0)


def test_a_tab_that_is_looked_at_again_asks_at_once_and_one_that_nobody_sees_does_not(begun, other):
    hide = "Object.defineProperty(document, 'hidden', {{ value: {}, configurable: true }});"
    seen = "document.dispatchEvent(new Event('visibilitychange'))"
    asked = []
    other.on("request", lambda request: asked.append(request.url))
    other.evaluate(hide.format("true") + seen)
    other.clock.run_for(60_000)
    assert not asked
    with other.expect_response("**/chat/standing") as answer:
        other.evaluate(hide.format("false") + seen)
    assert set(answer.value.json()) == {"messages", "seconds"}


def test_loading_the_page_again_shows_everything_once_and_sends_nothing(begun, guide):
    before = log(begun)
    begun.reload()
    assert log(begun) == before
    expect(begun.locator("legend")).to_have_text("Is any child in danger now?")
    assert guide.said() == ["A child has died"]


STEPS = [
    lambda page: page.get_by_role("textbox").last.fill("A child has died"),
    lambda page: page.get_by_label("No, everyone is safe").check(),
    lambda page: page.get_by_label("Harm to mental health").check(),
    lambda page: page.get_by_role("textbox").last.fill("I do not know"),
]


@pytest.mark.parametrize("lost", ["the message", "the answer"])
def test_a_connection_cut_at_every_step_loses_nothing_and_says_nothing_twice(page, guide, lost):
    cut = True

    def answer(route):
        if route.request.method != "POST" or not cut:
            return route.continue_()
        if lost == "the answer":
            route.fetch(max_redirects=0)
        return route.abort()

    page.route("**/chat", answer)
    for at, step in enumerate(STEPS, 1):
        cut = True
        step(page)
        page.get_by_role("button", name="Continue").click()
        expect(page.get_by_role("status")).to_contain_text("was not sent")
        cut = False
        page.get_by_role("button", name="Continue").click()
        expect(page.get_by_role("status")).to_be_empty()
        assert len(guide.said()) == at
    assert guide.said() == ["A child has died", "No, everyone is safe", "Harm to mental health", "I do not know"]
    assert len(guide.talks) == 1
    assert [line for line in log(page) if line.startswith("You said")] == [f"You said {said}" for said in guide.said()]


def test_a_message_changed_after_its_answer_was_lost_is_not_dropped(begun, guide):
    begun.route("**/chat", lambda route: (route.fetch(max_redirects=0), route.abort()))
    begun.get_by_role("textbox").fill("everyone is safe")
    begun.get_by_role("button", name="Continue").click()
    expect(begun.get_by_role("status")).to_contain_text("was not sent")
    begun.unroute("**/chat")
    begun.get_by_role("textbox").fill("everyone is safe, I think")
    begun.get_by_role("button", name="Continue").click()
    expect(begun.locator("#problem")).to_contain_text("The conversation has moved on")
    expect(begun.get_by_role("textbox")).to_have_value("everyone is safe, I think")
    assert guide.said() == ["A child has died", "everyone is safe"]


def test_a_short_cut_mends_itself(page, guide):
    failures = iter([True])
    page.route("**/chat", lambda route: route.abort() if next(failures, False) else route.continue_())
    tell(page, "A child has died")
    expect(page.locator("legend")).to_be_visible()
    assert guide.said() == ["A child has died"]
