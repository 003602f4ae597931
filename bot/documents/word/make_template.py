"""Makes the Word template that comes with the guide: `python -m bot.documents.word.make_template`.

The file is kept in the repository, so that a partnership can open it in Word and make it its own.
"""

from __future__ import annotations

from pathlib import Path

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt, RGBColor

from bot.documents.word.drawing import boxed, new_table, page_of, plain, top_line

FILE = Path(__file__).with_name("referral.docx")
FONT, GREY = "Arial", RGBColor(0x50, 0x50, 0x50)
WIDTH = Mm(166)


def make() -> Word:
    """The template as a Word document."""
    word = Document()
    _styles(word)
    _page(word)
    _opening(word)
    _what_applies(word)
    _dates(word)
    _record(word)
    _guidance(word)
    _facts(word)
    _about(word)
    return word


def _styles(word: Word) -> None:
    sizes = {"Title": 20, "Heading 1": 16, "Heading 2": 12.5, "Heading 3": 11, "Normal": 11, "Subtitle": 11}
    space = {"Title": (0, 8), "Heading 1": (20, 8), "Heading 2": (14, 6), "Heading 3": (10, 4), "Normal": (0, 6)}
    for name, size in sizes.items():
        style = word.styles[name]
        style.font.name, style.font.size, style.font.italic = FONT, Pt(size), False
        style.font.color.rgb = GREY if name == "Subtitle" else RGBColor(0, 0, 0)
        style.font.bold = name not in ("Normal", "Subtitle")
        before, after = space.get(name, (0, 2))
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        plain(style, FONT)
    word.styles["List Bullet"].paragraph_format.space_after = Pt(4)


def _page(word: Word) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin, section.bottom_margin = Mm(20), Mm(22)
    footer = section.footer.paragraphs[0]
    footer.style.paragraph_format.tab_stops.clear_all()
    footer.style.paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    top_line(footer)
    footer.add_run("{{ status }}\t{{ reference }}, page ")
    page_of(footer)
    for run in footer.runs:
        run.font.size = Pt(9)
    word.core_properties.title = "Referral"
    word.core_properties.author = ""
    word.core_properties.comments = ""


def _opening(word: Word) -> None:
    word.add_paragraph("{%p if partnership %}")
    word.add_paragraph("{{ partnership }}", "Subtitle")
    word.add_paragraph("{%p endif %}")
    word.add_paragraph("{{ title }}", "Title")
    box = word.add_paragraph()
    box.add_run("{{ status }}").bold = True
    box.add_run(
        "{% if danger %}. {{ danger }}.{% endif %}{% if danger and not decided %} If a child is in danger now, call 999.{% endif %}"
    ).bold = True
    box.paragraph_format.left_indent = box.paragraph_format.right_indent = Pt(7)
    box.paragraph_format.space_before, box.paragraph_format.space_after = Pt(8), Pt(12)
    boxed(box)
    table = new_table(word, "Summary", ("Summary", "This document"), (63, 103))
    last = "{% for each in decisions %}{% if loop.last %}{{ each.words }}{% if each.route %}: {{ each.route }}{% endif %}. Decided by {{ each.by }}, {{ each.at_words }}.{% endif %}{% else %}No lead has decided yet{% endfor %}"
    for label, value in (
        ("Reference", "{{ reference }}"),
        ("Area", "{{ area }}"),
        ("Referring organisation", "{{ organisation or 'Not given' }}"),
        ("Draft made", "{{ created_words }}"),
        ("Decision", last),
        (
            "Still needed",
            "{% if decided %}Decided as it stands{% else %}{{ still_needed | length }} answer{% if still_needed | length != 1 %}s{% endif %}, marked in the record below{% endif %}",
        ),
        ("Guidance used", "{{ guidance.words }}"),
        ("This document made", "{{ made_on_words }}"),
    ):
        table.row(label, value)


def _what_applies(word: Word) -> None:
    word.add_heading("What applies", 1)
    word.add_paragraph("{%p for each in outcomes if each.status == 'applies' %}")
    line = word.add_paragraph(style="List Bullet")
    line.add_run("{{ each.title }}").bold = True
    line.add_run(" (rule {{ each.rule }}). {{ each.do_now }}")
    word.add_paragraph("{%p else %}")
    word.add_paragraph("{{ headline }}. {{ headline_text }}")
    word.add_paragraph("{%p endfor %}")
    word.add_paragraph("The reasons, the sources, and what may apply as well, are under “What the guidance says”.")


def _dates(word: Word) -> None:
    word.add_paragraph("{%p if deadlines %}")
    word.add_heading("Dates", 1)
    table = new_table(word, "Dates", ("What", "By when", "How it is counted, and who does it"), (42, 42, 82))
    table.tag("{%tr for each in deadlines %}")
    table.row(
        "{{ each.title }}{% if each.status == 'possible' %} (may apply){% endif %}",
        "{{ each.due_words }}{% if each.days_left %}, {{ each.days_left }}{% endif %}",
        "{{ each.counted }}" + _sources(" "),
    )
    table.tag("{%tr endfor %}")
    word.add_paragraph(
        "{{ convention }} Days left are counted from {{ made_on_words }}."
    ).paragraph_format.space_before = Pt(6)
    word.add_paragraph("{%p endif %}")


def _record(word: Word) -> None:
    word.add_heading("The record", 1)
    word.add_paragraph("{%p for group in groups %}")
    word.add_heading("{{ group.title }}", 2)
    word.add_paragraph("{%p if group.rows %}")
    _answers(word, "group")
    word.add_paragraph("{%p endif %}")
    word.add_paragraph("{%p for entry in group.entries %}")
    word.add_heading("{{ entry.title }}", 3)
    _answers(word, "entry")
    word.add_paragraph("{%p endfor %}")
    word.add_paragraph("{%p endfor %}")
    word.add_heading("In the practitioner’s own words", 1)
    word.add_paragraph("{{ own_words or 'Nothing was typed freely.' }}")


def _answers(word: Word, of: str) -> None:
    table = new_table(word, "{{ %s.title }}" % of, ("Question", "Answer"), (63, 103))
    table.tag("{%%tr for row in %s.rows %%}" % of)
    table.row("{{ row.label }}", "{{ row.value }}{% if row.standing == 'needed' %} (still needed){% endif %}")
    table.tag("{%tr endfor %}")


def _guidance(word: Word) -> None:
    word.add_heading("What the guidance says", 1)
    _outcomes(word, "applies")
    word.add_paragraph("{%p if notes %}")
    word.add_heading("Also bear in mind", 2)
    word.add_paragraph("{%p for note in notes %}")
    word.add_paragraph("{{ note }}", "List Bullet")
    word.add_paragraph("{%p endfor %}")
    word.add_paragraph("{%p endif %}")
    word.add_heading("What may also apply", 1)
    word.add_paragraph("Whether it does depends on what is not known yet.")
    _outcomes(word, "possible")


def _outcomes(word: Word, status: str) -> None:
    word.add_paragraph("{%%p for each in outcomes if each.status == '%s' %%}" % status)
    word.add_heading("{{ each.title }}", 2)
    word.add_paragraph("{{ each.text }}")
    for head, what, value in (
        ("Now", "each.do_now", "{{ each.do_now }}"),
        ("Rests on", "each.because", "{{ each.because | join('; ') }}."),
        ("Not known", "each.missing", "{{ each.missing | join(' ') }}"),
        ("Would change it", "each.changes_if", "{{ each.changes_if | join('; ') }}."),
    ):
        word.add_paragraph("{%%p if %s %%}" % what)
        _headed(word, head, value)
        word.add_paragraph("{%p endif %}")
    _headed(word, "Rule {{ each.rule }}", _sources(""))
    word.add_paragraph("{%p else %}")
    word.add_paragraph("Nothing.")
    word.add_paragraph("{%p endfor %}")


def _headed(word: Word, head: str, value: str) -> None:
    line = word.add_paragraph()
    line.add_run(f"{head}: ").bold = True
    line.add_run(value)


def _sources(before: str) -> str:
    return (
        before
        + "{% for source in each.sources %}{{ source.text }}{% if source.to_be_checked %} (to be checked){% endif %}{% if not loop.last %}; {% else %}.{% endif %}{% endfor %}"
    )


def _facts(word: Word) -> None:
    word.add_heading("Facts of the check", 1)
    table = new_table(word, "Facts of the check", ("Fact", "Answer", "Standing"), (63, 73, 30))
    for name, words in (("told", "Told"), ("derived", "Derived"), ("unknown", "Not known")):
        table.tag("{%%tr for fact in facts.%s %%}" % name)
        table.row("{{ fact.label }}", "{{ fact.value }}", words)
        table.tag("{%tr endfor %}")


def _about(word: Word) -> None:
    word.add_heading("About this document", 1)
    table = new_table(word, "About this document", ("What", "Which"), (63, 103))
    rules = "{%% for each in outcomes if each.status == '%s' %%}{{ each.rule }}{%% if not loop.last %%}, {%% endif %%}{%% else %%}None{%% endfor %%}"
    table.row("Guidance used", "{{ guidance.words }}")
    table.row("Rules that fired", rules % "applies")
    table.row("Rules that may", rules % "possible")
    table.row("Events recorded", "{{ audit.events }}")
    table.row("Audit head", "{{ audit.head }}")
    note = word.add_paragraph(
        "The audit head is the SHA-256 hash of the last event of this record when the document was made. Whoever runs "
        "the service can confirm with it that nothing recorded before was changed since."
    )
    note.paragraph_format.space_before = Pt(6)


if __name__ == "__main__":
    make().save(str(FILE))
