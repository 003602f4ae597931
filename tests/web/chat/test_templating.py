"""What templates may leave out, and what they may not."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError

from bot.channels.model import Reply
from bot.settings import Settings
from bot.web.templating import make_templates, static


@pytest.fixture(scope="module")
def environment():
    return make_templates(Settings(secret_key="k"), dict).env


def test_a_misspelt_name_is_an_error(environment):
    with pytest.raises(UndefinedError, match="lins"):
        environment.from_string("{{ lins }}").render(lines=[])


def test_an_attribute_that_a_model_lacks_is_an_error(environment):
    with pytest.raises(UndefinedError, match="txt"):
        environment.from_string("{{ reply.txt }}").render(reply=Reply(text="x"))


def test_a_key_that_a_mapping_lacks_is_empty_however_deep(environment):
    template = environment.from_string("{% if a.b.c %}yes{% else %}no{% endif %}{{ a.b.c }}")
    assert template.render(a={}) == "no"


def test_values_are_escaped(environment):
    assert environment.from_string("{{ x }}").render(x="<b>") == "&lt;b&gt;"


def test_dates_are_read_out_with_their_weekday(environment):
    template = environment.from_string("{{ '2026-11-23' | long_date }}")
    assert template.render() == "Monday 23 November 2026"


def test_a_changed_static_file_has_another_address():
    assert static("chat.js").startswith("/static/chat.js?v=")
    assert static("chat.js") != static("guide.css").replace("guide.css", "chat.js")
    assert static("nowhere.js") == "/static/nowhere.js"
