"""A transcript: a conversation as YAML. Plays it in one language and writes down what was seen and what happened."""

from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from checklists.catalogue import Catalogue
from checklists.schema import Checklist, Severity
from checklists.words import Language
from dialogs.selfcheck.receipt import short
from safety.bulk import BulkKind
from safety.events import Event
from safety.events_drills import DrillHazardReported
from safety.events_hazards import HazardReported, Picture
from safety.evidence import Kin
from safety.hazard_ledger import HazardSource
from tests.dialogs import versionforms
from tests.dialogs.boilerhouse import with_boilers
from tests.dialogs.carryform import CARRY, ONE, TWO, submitted_before
from tests.dialogs.carryform import given as last_time
from tests.dialogs.flagged import EVERY, flagged
from tests.dialogs.kindsform import KINDS
from tests.dialogs.naform import LAST, MAY_NOT
from tests.dialogs.paper import EVERYBODY, World, small_world
from tests.dialogs.paperdigests import busy_area
from tests.dialogs.paperenterprises import street
from tests.dialogs.paperhazards import copies_safe
from tests.dialogs.paperimports import judged, stands
from tests.dialogs.paperowed import going_up, matter
from tests.dialogs.paperownlists import read_list
from tests.dialogs.paperpledges import Shelf, neighbours
from tests.dialogs.paperquarter import drawn, handed_in
from tests.dialogs.paperreach import unreachable
from tests.dialogs.paperstaff import staffed
from tests.dialogs.talking import TEXTS, Talker
from tests.dialogs.weighty import WEIGHTY
from tests.queried import Known

FORMS = {form.id: form for form in (CARRY, ONE, TWO, MAY_NOT)}
HIDDEN = {
    "key",
    "shown_at",
    "fingerprint",
    "file",
    "over",
    "result",
    "old",
    "new",
    "notice",
    "first_at",
    "sheet",
    "drawn",
}
SELDOM = {"carried", "since", "words", "progress", "word", "root"}  # told when there is something to tell
FACTS = "every fact"


class Block(yaml.SafeDumper):
    """Several lines are written as a block, as people read them."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


Block.add_representer(str, _text)


def dump(transcript: dict[str, Any]) -> str:
    return yaml.dump(transcript, Dumper=Block, allow_unicode=True, sort_keys=False, width=200)


def read(path: Path) -> dict[str, Any]:
    transcript = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(transcript, dict)
    return transcript


def told(event: Event) -> str:
    """An event in one line."""
    hidden = (
        HIDDEN | {"words"} if isinstance(event, DrillHazardReported) else HIDDEN
    )  # in its reporter's language
    values = {one.name: getattr(event, one.name) for one in fields(event) if one.name not in hidden}
    said = [
        f"{name}={value}"
        for name, value in values.items()
        if (value is not None and value != "" and value is not False) or name not in SELDOM
    ]
    return " ".join([event.kind, *said])


class Play:
    """One transcript in one language."""

    def __init__(self, transcript: dict[str, Any], catalogue: Catalogue, language: Language) -> None:
        self.world = small_world(catalogue, language)
        given = transcript.get("given", {})
        for form in (WEIGHTY, versionforms.OLD, KINDS):
            if given.get("owed") == [form.id]:
                publish(self.world, form)
        if given.get("owed") == ["boilers"]:
            publish(self.world, with_boilers().checklists["boilers"])
        self.world.owed = tuple(given.get("owed", self.world.owed))
        if "forms" in given:
            self._own_forms(given)
        if given.get("facts") == FACTS:
            self.world.facts = dict.fromkeys(catalogue.facts.ids, True)
            self.world.facts.pop("all_electric", None)
            self.world.facts["staff"] = 400
        if given.get("packs"):
            self.world.shelf = Shelf(neighbours=neighbours() if given["packs"] == "many" else [])
        if given.get("flagged"):
            every = flagged(catalogue, 1, *EVERY)
            self.world.flagged = [every, flagged(catalogue, 2, *EVERY[4:5], enterprise="三号饭店")]
        if given.get("street"):
            self.world.crowd = street()
        self.world.area = busy_area() if given.get("morning") else self.world.area
        if given.get("unreachable"):
            self.world.away = unreachable()
        self._matters(given)
        self._people(given)
        self._neighbours(given)
        self._held(given)
        self._handed_in(given)
        self.talkers = {name: Talker(self.world, person) for name, person in EVERYBODY.items()}
        self.world.towns = tuple(given.get("towns", ()))
        self.who = transcript.get("who", "officer")

    def _matters(self, given: dict[str, Any]) -> None:
        """What is owed by the reminder rules."""
        for number, one in enumerate(given.get("matters", ()), 1):
            whose = EVERYBODY[one.get("whose", "officer")]
            made = matter(
                self.world, number, one["rule"], one["days"], whose=whose, about=one.get("about", "")
            )
            if "goes" in one:
                made = replace(made, ladder=going_up(self.world, one["goes"]))
            self.world.matters[number] = made

    def _people(self, given: dict[str, Any]) -> None:
        """Who works there already, with their papers."""
        if given.get("staff"):
            staffed(self.world)

    def _neighbours(self, given: dict[str, Any]) -> None:
        """Other enterprises."""
        if given.get("crowd"):
            self.world.crowd = [Known(**one) for one in given["crowd"]]
        if given.get("street"):
            self.world.crowd = street()

    def _held(self, given: dict[str, Any]) -> None:
        """What waits for a second person."""
        for held in given.get("held", ()):
            kind = BulkKind(held.get("kind", "export"))
            self.world.hold(EVERYBODY[held["by"]], kind, held.get("table", ""), held.get("rows", 0))

    def _handed_in(self, given: dict[str, Any]) -> None:
        """Self-checks of yesterday, perhaps drawn this morning to be verified."""
        receipts = handed_in(self.world, EVERYBODY["officer"], *given.get("handed in", ()))
        if given.get("drawn"):
            drawn(self.world, receipts)

    def _own_forms(self, given: dict[str, Any]) -> None:
        """Small forms of the tests instead of shipped ones, perhaps handed in a month ago with these answers changed."""
        forms = {name: FORMS[name] for name in given["forms"]}
        self.world.catalogue = replace(self.world.catalogue, checklists=forms)
        self.world.owed = tuple(forms)
        self.world.facts = dict(given.get("facts", {"catering": True}))
        if "last" in given:
            changed = {
                name: tuple(one) if isinstance(one, list) else one for name, one in given["last"].items()
            }
            own = MAY_NOT.id in given["forms"]
            submitted_before(self.world, *((MAY_NOT, LAST) if own else (CARRY, last_time(**changed))))

    def turn(self, turn: dict[str, Any], language: Language) -> dict[str, Any]:
        """Play one turn; return its expected side."""
        self.who = turn.get("who", self.who)
        talker = self.talkers[self.who]
        before = len(talker.all_events)
        for name, act in DOES.items():
            if name in turn:
                act(talker, turn[name])
        seen: dict[str, Any] = {"sees": {language.value: self._page(talker, language)}}
        if talker.toast:
            seen["toast"] = {language.value: talker.toast}
        happened = [told(event) for event in talker.all_events[before:]]
        return {**seen, "events": happened} if happened else seen

    def _page(self, talker: Talker, language: Language) -> str:
        """The page without what content alone decides: the long notice and the fingerprint of a form."""
        notice = TEXTS.say(self.world.catalogue.privacy.text, language).rstrip()
        page = talker.page().replace(notice, "(the privacy notice)")
        for form in self.world.catalogue.checklists.values():
            page = page.replace(short(form.fingerprint), "(fingerprint)")
        return page


def publish(world: World, form: Checklist) -> None:
    """Make this the version that is asked from now on."""
    forms = {**world.catalogue.checklists, form.id: form}
    world.catalogue = replace(world.catalogue, checklists=forms)


def _publishes(talker: Talker, version: str) -> None:
    publish(talker.world, {"newer": versionforms.NEWER, "newest": versionforms.NEWEST}[version])


def _taps(talker: Talker, labels: Any) -> None:
    talker.tap(*(labels if isinstance(labels, list) else [labels]))


def _types(talker: Talker, text: Any) -> None:
    talker.write(**text) if isinstance(text, dict) else talker.write(str(text))


def _passes(talker: Talker, time: Any) -> None:
    talker.world.now += timedelta(**time)


def _opens(talker: Talker, letter: Any) -> None:
    talker.open(letter["flow"], letter.get("at", ""), **letter.get("data", {}))


def _presses_old(talker: Talker, option: Any) -> None:
    """A button of a screen that is no longer the live one."""
    from dialogs.codec import session_from_json  # noqa: PLC0415
    from dialogs.talk import Tapped  # noqa: PLC0415

    session = session_from_json(talker.kept)
    talker.does(Tapped(session.state.flow, session.screen - 1, str(option)))


def _reports(talker: Talker, hazard: dict[str, Any]) -> None:
    """A hazard that was reported before this conversation begins."""
    major = hazard.get("major", False)
    event = HazardReported(
        hazard["words"],
        hazard.get("place", ""),
        hazard.get("category", ""),
        Severity.MAJOR if major else Severity.GENERAL,
        talker.world.now.date() + timedelta(days=hazard.get("days", 7)),
        suspected_major=major,
        source=HazardSource(hazard.get("source", "report")),
        pictures=tuple(Picture(f"file-{one}", one) for one in hazard.get("photos", ())),
    )
    talker.world.record(talker.person, [event])


def _knows(talker: Talker, photos: dict[str, dict[str, Any]]) -> None:
    """These photos were sent before: by the photo's name, what is known of the earlier one."""
    for name, kin in photos.items():
        day = date.fromisoformat(str(kin["day"]))
        talker.world.darkroom.kin[name] = (Kin(**{**kin, "day": day}),)


def _seals(talker: Talker, day: Any) -> None:
    """The head of this day is signed over everything so far."""
    talker.world.head = date.fromisoformat(str(day))


def _tampers(talker: Talker, receipt: Any) -> None:
    talker.world.tampered.add(receipt)


def _ticks(talker: Talker, time: Any) -> None:
    """Time goes by, and the clock comes round: it tells what is due."""
    talker.world.now += timedelta(**time)
    talker.world.tells()


DOES = {
    "judges": lambda talker, found: judged(talker.world, found),
    "reads list": lambda talker, found: read_list(talker.world, dict(found)),
    "list stands": lambda talker, changed: stands(talker.world, dict(changed)),
    "ticks": _ticks,
    "copies": lambda talker, _safe: copies_safe(talker.world),
    "reports": _reports,
    "knows": _knows,
    "seals": _seals,
    "tampers": _tampers,
    "passes": _passes,
    "publishes": _publishes,
    "commands": lambda talker, text: talker.command(text),
    "taps": _taps,
    "taps old": _presses_old,
    "types": _types,
    "photographs": lambda talker, photo: talker.photo(
        **(photo if isinstance(photo, dict) else {"unique": photo})
    ),
    "shares": lambda talker, card: talker.contact(**card),
    "sends file": lambda talker, file: talker.file(**file),
    "sends place": lambda talker, place: talker.place(**place),
    "sends": lambda talker, what: talker.other(what),
    "opens": _opens,
}


def played(transcript: dict[str, Any], catalogue: Catalogue) -> list[dict[str, Any]]:
    """The expected side of every turn, both languages together."""
    sides = []
    for language in Language:
        play = Play(transcript, catalogue, language)
        sides.append([play.turn(turn, language) for turn in transcript["turns"]])
    return [_both(*pair) for pair in zip(*sides, strict=True)]


def _both(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    both: dict[str, Any] = {"sees": {**one["sees"], **other["sees"]}}
    if "toast" in one:
        both["toast"] = {**one["toast"], **other["toast"]}
    assert one.get("events") == other.get("events")
    return {**both, "events": one["events"]} if "events" in one else both
