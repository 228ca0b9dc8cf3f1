"""The words of a paper, from what was signed: labels of the locales, everything else as it stands in the record."""

from collections.abc import Callable
from datetime import date, datetime

from bot.papers.sheet import Sheet
from checklists.words import Language, Words
from dialogs.render import Texts
from dialogs.statistics.form import period_line, said
from dialogs.talk import Line
from safety.calendar import local
from safety.statistics import Counts
from storage.papers import Unprinted

BANDS = {
    "orange": (237, 125, 49),
    "yellow": (250, 196, 20),
    "blue": (47, 117, 181),
    "white": (205, 205, 205),  # white on white would not be seen
    "green": (84, 160, 70),
}
PLAIN = (120, 120, 120)


def sheet_of(paper: Unprinted, texts: Texts) -> Sheet:
    """The sheet of a signed commitment, in Chinese."""

    def say(line: Line | Words) -> str:
        return texts.plain(line, Language.ZH)

    signed = paper.signed
    if paper.period:
        return _of_statistics(paper, say)
    rows = [
        (say(Line("paper-enterprise")), signed["enterprise"]),
        (say(Line("paper-code")), signed["credit_code"]),
        (say(Line("paper-principal")), signed["name"]),
        (say(Line("paper-phone")), signed["phone"]),
        (say(Line("paper-read")), _moment(paper.read_at)),
        (say(Line("paper-signed")), _moment(paper.signed_at)),
        (say(Line("paper-valid")), _day(date.fromisoformat(signed["valid_to"]))),
    ]
    return Sheet(
        title=signed["title"],
        number=paper.number,
        preamble=signed["preamble"],
        items=[text for _id, text in signed["items"]],
        closing=signed["closing"],
        rows=rows,
        seal=say(Line("paper-seal")),
        meaning=say(Line("paper-meaning")),
        code=f"/verify {paper.number}",
        code_label=say(Line("paper-verify", {"number": paper.number})),
        footer=say(Line("paper-version", {"version": signed["text"], "hash": paper.sha256})),
        pages=say(Line("paper-pages", {"n": "{n}", "total": "{total}"})),
        colour=BANDS.get(paper.colour, PLAIN),
        made=paper.signed_at.isoformat(),
    )


def _of_statistics(paper: Unprinted, say: Callable[[Line | Words], str]) -> Sheet:
    """The form of a period: figures as they were signed, then what was corrected and why."""
    signed = paper.signed
    counts = Counts(**signed["counts"])
    place = {
        "place": signed["enterprise"],
        "code": signed["credit_code"],
        "period": period_line(paper.period),
    }
    figures = "\n".join(say(line) for line in said(counts))
    fixed = [
        say(
            Line(
                "statistics-paper-correction",
                {
                    "field": Line("statistics-field", {"field": name}),
                    "n": signed["counted"][name],
                    "value": one["value"],
                    "reason": one["reason"],
                },
            )
        )
        for name, one in signed["corrections"].items()
    ]
    rows = [
        (say(Line("paper-enterprise")), signed["enterprise"]),
        (say(Line("paper-code")), signed["credit_code"]),
        (say(Line("paper-principal")), signed["name"]),
        (say(Line("paper-phone")), signed["phone"]),
        (say(Line("paper-signed")), _moment(paper.signed_at)),
    ]
    return Sheet(
        title=say(Line("statistics-paper-title")),
        number=paper.number,
        preamble=say(Line("statistics-paper-preamble", place)),
        items=[*figures.split("\n"), *fixed],
        closing=say(Line("statistics-paper-closing")),
        rows=rows,
        seal=say(Line("paper-seal")),
        meaning=say(Line("statistics-paper-meaning")),
        code=f"/verify {paper.number}",
        code_label=say(Line("paper-verify", {"number": paper.number})),
        footer=say(Line("statistics-paper-version", {"hash": paper.sha256})),
        pages=say(Line("paper-pages", {"n": "{n}", "total": "{total}"})),
        colour=PLAIN,
        made=paper.signed_at.isoformat(),
    )


def _moment(moment: datetime) -> str:
    return f"{local(moment):%Y-%m-%d %H:%M:%S}"


def _day(day: date) -> str:
    return day.isoformat()
