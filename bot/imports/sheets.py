"""What stands in the files that are given back: the bad rows of a list with what is wrong, and an empty list to fill in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.columns import BRACKET, at
from bot.imports.reading import Reading
from bot.imports.sheet import Sheet
from checklists.catalogue import Catalogue
from checklists.words import Language
from dialogs.imports.saying import FIELDS, called, wrong
from dialogs.talk import Argument, Line
from dialogs.texts import Texts
from safety.enterprises import Colour
from safety.imports import FACT, Fault, Field, Named

MOST_LISTED = 250  # characters of a list of choices that a spreadsheet takes
NEEDED = (Field.NAME, Field.CODE, Field.TOWN)
TEMPLATE = (
    Field.NAME,
    Field.CODE,
    Field.TOWN,
    Field.GRID,
    Field.DEPARTMENT,
    Field.INDUSTRY,
    Field.COLOUR,
    Field.ACTIVITY,
    Field.ADDRESS,
    Field.PRINCIPAL,
    Field.PRINCIPAL_PHONE,
    Field.OFFICER,
    Field.OFFICER_PHONE,
)
ACTIVITIES = {Language.ZH: ("生产", "停产", "复产", "关闭"), Language.EN: ("producing", "stopped", "resumed", "closed")}  # fmt: skip
ANSWERS = {Language.ZH: ("是", "否"), Language.EN: ("yes", "no")}


@dataclass(frozen=True, slots=True)
class Voice:
    """In whose language a file speaks."""

    texts: Texts
    language: Language

    def __call__(self, text: str, **args: Argument) -> str:
        return self.texts.plain(Line(text, args), self.language)


def bad_rows(reading: Reading, faults: Sequence[Fault], named: Sequence[Named], say: Voice) -> Sheet:
    """Bad rows with their own columns and one more that says what is wrong; cells at fault are marked."""
    wrong_of: dict[int, list[Fault]] = {}
    for fault in faults:
        wrong_of.setdefault(fault.row, []).append(fault)
    columns = reading.columns
    places = [place for place in range(len(columns.headings)) if place != columns.problem]
    rows: list[list[str]] = []
    marks: list[tuple[int, int]] = []
    for row in (one for one in reading.rows if one.number in wrong_of):
        said = " ".join(say.texts.plain(wrong(one, named), say.language) for one in wrong_of[row.number])
        found = {reading.place(one) for one in wrong_of[row.number]}
        marks += [(len(rows), new) for new, place in enumerate(places) if place in found]
        rows.append([*(at(row, place) for place in places), said])
    head = [columns.headings[place].label for place in places]
    about = [say("upload-rows-how")]
    return Sheet(
        say("upload-rows-name"),
        [*head, say("upload-rows-problem")],
        rows,
        say("upload-rows-about"),
        about,
        marks,
    )


def template(catalogue: Catalogue, named: Sequence[Named], say: Voice) -> Sheet:
    """An empty list: every field of an enterprise, and the facts that matter most when it is entered."""
    facts = [f"{FACT}{fact}" for fact in catalogue.rules.defaults.importing.facts]
    known = {one.id for one in named}
    fields = [*(field.value for field in TEMPLATE), *(fact for fact in facts if fact in known)]
    head = [_head(field, named, say) for field in fields]
    choices = {
        str(place): found for place, field in enumerate(fields) if (found := _choices(field, catalogue, say))
    }
    about = [say("upload-help-title"), *_help(catalogue, say)]
    return Sheet(say("upload-template-name"), head, [], say("upload-rows-about"), about, (), choices)


def _head(field: str, named: Sequence[Named], say: Voice) -> str:
    label = say.texts.plain(called(field, named), say.language)
    return f"{label} *" if field in {one.value for one in NEEDED} else label


def _help(catalogue: Catalogue, say: Voice) -> Iterator[str]:
    yield from (say(text) for text in ("upload-help-needed", "upload-help-empty", "upload-help-code"))
    yield say("upload-help-colour")
    between = say("upload-between")
    yield say("upload-help-industry", names=between.join(_industries(catalogue, say)))
    yield from (say(text) for text in ("upload-help-activity", "upload-help-flag"))


def _industries(catalogue: Catalogue, say: Voice) -> Sequence[str]:
    """Their names without what stands in brackets."""
    return [BRACKET.sub("", fact.prompt.to(say.language).replace("（", "(").replace("）", ")")).strip() for fact in catalogue.facts.industries]  # fmt: skip


def _choices(field: str, catalogue: Catalogue, say: Voice) -> Sequence[str]:
    """What a column offers to pick from."""
    if field == Field.COLOUR.value:
        offered = [catalogue.colours.colour(colour.value).label.to(say.language) for colour in Colour]
    elif field == Field.ACTIVITY.value:
        offered = list(ACTIVITIES[say.language])
    elif field == Field.INDUSTRY.value:
        offered = list(_industries(catalogue, say))
    elif field.startswith(FACT) and field.removeprefix(FACT) not in catalogue.facts.number_ids:
        offered = list(ANSWERS[say.language])
    else:
        return ()
    commas = any("," in one for one in offered)  # a spreadsheet parts its choices by them
    return () if commas or len(",".join(offered)) > MOST_LISTED else offered


def field_names() -> Sequence[str]:
    """Every field by its id, as the command line takes it."""
    return [field.value for field in FIELDS]
