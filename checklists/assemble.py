"""Content files into one catalogue: short cuts resolved, English joined, everything checked. No YAML in here."""

from typing import TypeVar

from pydantic import BaseModel

from checklists.beyond import check_beyond, check_elsewhere
from checklists.binding import bind, bind_checklist
from checklists.catalogue import Catalogue
from checklists.criteria import Criteria, Standard
from checklists.english import English
from checklists.facts import ColourSheet, FactSheet
from checklists.gathering import RULE_FILES, Gathering
from checklists.issues import Issue, issue, meant
from checklists.joining import (
    Library,
    joined_checklist,
    joined_choices,
    joined_colours,
    joined_facts,
)
from checklists.names import check_names
from checklists.profile import check_colours, check_facts
from checklists.quality import Quality
from checklists.rules import Danger, Defaults, Holidays, Privacy, PrivacyClass, Rules
from checklists.schema import Checklist
from checklists.sense import check_sense
from checklists.sheets import ChoicesSheet, LawsSheet
from checklists.sight import Sight
from checklists.standards import check_codes, check_standard
from checklists.tips import Tips
from checklists.tree import Tree
from checklists.words import Words

Model = TypeVar("Model", bound=BaseModel)

FILES: dict[str, type[BaseModel]] = {
    "laws.yaml": LawsSheet,
    "choices.yaml": ChoicesSheet,
    "facts.yaml": FactSheet,
    "colours.yaml": ColourSheet,
    "privacy.yaml": Privacy,
    "rules/danger.yaml": Danger,
    "rules/defaults.yaml": Defaults,
    "rules/holidays.yaml": Holidays,
    "rules/quality.yaml": Quality,
    "rules/tips.yaml": Tips,
    **RULE_FILES,
}
CHECKLISTS, CRITERIA, ENGLISH = "checklists/", "criteria/", "en/"


def assemble(trees: dict[str, Tree], found: list[Issue]) -> Catalogue | None:
    """Return the catalogue; every problem goes into `found`, and with any the result is not to be used."""
    return _Desk(trees, found).catalogue()


def assemble_form(tree: Tree, trees: dict[str, Tree], found: list[Issue]) -> Checklist | None:
    """One checklist that stands outside the content it is read beside; its English is that of the form of its id."""
    return _Desk(trees, found).alone(tree)


class _Desk:
    """The files of one catalogue while it is put together."""

    def __init__(self, trees: dict[str, Tree], found: list[Issue]) -> None:
        self.trees = trees
        self.found = found
        self.unread = {one.file for one in found}
        self.used: set[str] = set()
        self.sights: list[Sight] = []

    def catalogue(self) -> Catalogue | None:
        facts, colours, library = self._facts(), self._colours(), self._library()
        danger, holidays = (
            self.plain(Danger, "rules/danger.yaml"),
            self.plain(Holidays, "rules/holidays.yaml"),
        )
        quality = self._quality(colours)
        tips = self.plain(Tips, "rules/tips.yaml")
        privacy = self._privacy()
        forms = self._checklists(library, facts, colours)
        gathering = Gathering(self, library.laws if library is not None else None, facts, colours)
        notices, commitments = gathering.notices(), gathering.commitments()
        bank = gathering.bank()
        warnings = gathering.warnings()
        courses = gathering.courses(bank)
        kinds = gathering.kinds(forms, library.criteria if library is not None else None)
        gathering.teaching(kinds, bank)
        scripts = gathering.scripts(kinds)
        self._strays()
        if None in (facts, colours, library, danger, holidays, quality, tips, privacy) or self.found:
            return None
        assert facts and colours and library and danger and holidays and quality and tips and privacy  # noqa: S101, PT018 - for the types only
        given = {"danger": danger, "defaults": library.defaults, "quality": quality, "tips": tips}
        rules = Rules(**given, **gathering.rules())
        return Catalogue(
            forms,
            facts,
            colours,
            rules,
            privacy,
            holidays,
            criteria=library.criteria,
            notices=notices,
            commitments=commitments,
            bank=bank,
            courses=courses,
            kinds=kinds,
            warnings=warnings,
            scripts=scripts,
        )

    def plain(self, model: type[Model], file: str) -> Model | None:
        """Read one file as what it should be; None, and why in `found`, when it is not."""
        self.used.add(file)
        tree = self.trees.get(file)
        if tree is None:
            self.missing(file)
            return None
        return bind(model, tree, self.found)

    def missing(self, file: str) -> None:
        """Complain about a file that is not there."""
        if file not in self.unread:
            self.found.append(issue("file-missing", file, 1))

    def english(self, file: str) -> English:
        """The English beside a file."""
        name = ENGLISH + file
        self.used.add(name)
        absent = name not in self.trees and name not in self.unread
        return English(name, self.trees.get(name), self.found, absent=absent)

    def _quality(self, colours: ColourSheet | None) -> Quality | None:
        sheet = self.plain(Quality, "rules/quality.yaml")
        if sheet is not None and sheet.zero_again is not None and colours is not None:
            known = {colour.id for colour in colours.colours}
            for colour in sheet.zero_again.by_colour.keys() - known:
                line = self.trees["rules/quality.yaml"].line(("zero_again", "by_colour", colour))
                guess = meant(colour, known)
                self.found.append(issue("unknown-colour", "rules/quality.yaml", line, guess, id=colour))
        return sheet

    def _facts(self) -> FactSheet | None:
        sheet = self.plain(FactSheet, "facts.yaml")
        if sheet is None:
            return None
        check_facts(sheet, self.trees["facts.yaml"], self.found)
        return joined_facts(sheet, self.english("facts.yaml"))

    def _colours(self) -> ColourSheet | None:
        sheet = self.plain(ColourSheet, "colours.yaml")
        return None if sheet is None else joined_colours(sheet, self.english("colours.yaml"))

    def _library(self) -> Library | None:
        laws, choices = self.plain(LawsSheet, "laws.yaml"), self.plain(ChoicesSheet, "choices.yaml")
        defaults = self.plain(Defaults, "rules/defaults.yaml")
        if laws is None or choices is None or defaults is None:
            self._criteria(None)
            return None
        english = self.english("laws.yaml")
        titles = {name: english.of(title, "laws", name) for name, title in laws.laws.items()}
        english.finish()
        criteria = self._criteria(titles)
        return Library(titles, joined_choices(choices, self.english("choices.yaml")), defaults, criteria)

    def _criteria(self, titles: dict[str, Words] | None) -> Criteria:
        """The published lists of major hazards, one file each. No titles: laws.yaml cannot be read."""
        files = [file for file in self.trees if file.startswith(CRITERIA)]
        sheets = [(self._standard(file, titles), self.trees[file]) for file in files]
        known = [(sheet, tree) for sheet, tree in sheets if sheet is not None]
        check_codes(known, self.found)
        named = {sheet.id: (titles or {}).get(sheet.law, sheet.name) for sheet, _ in known}
        return Criteria(standards=tuple(sheet for sheet, _ in known), titles=named)

    def _standard(self, file: str, titles: dict[str, Words] | None) -> Standard | None:
        sheet, english = self.plain(Standard, file), self.english(file)
        if sheet is None:
            return None
        joined = sheet.joined(english)
        check_standard(joined, self.trees[file], titles, self.found)
        return joined

    def _privacy(self) -> Privacy | None:
        sheet = self.plain(Privacy, "privacy.yaml")
        if sheet is None:
            return None
        english = self.english("privacy.yaml")
        text = english.of(sheet.text, "text")
        classes = tuple(_in_both(one, english) for one in sheet.classes)
        english.finish()
        return sheet.model_copy(update={"text": text, "classes": classes})

    def _checklists(
        self, library: Library | None, facts: FactSheet | None, colours: ColourSheet | None
    ) -> dict[str, Checklist]:
        files = [file for file in self.trees if file.startswith(CHECKLISTS)]
        self.used.update(files)
        forms = [self._checklist(file, library, facts, colours) for file in files]
        known = {file.removeprefix(CHECKLISTS).removesuffix(".yaml") for file in {*files, *self.unread}}
        made = {form.id: form for form in forms if form is not None}
        for sight in self.sights:
            check_elsewhere(sight, made, known)
        if colours is not None:
            check_colours(colours, facts, made, known, self.trees["colours.yaml"], self.found)
        return made

    def alone(self, tree: Tree) -> Checklist | None:
        """A checklist that is no file of the content."""
        library, facts, colours = self._library(), self._facts(), self._colours()
        english = self.english(f"{CHECKLISTS}{tree.at(('id',))}.yaml")
        return self._form(tree, english, library, facts, colours)

    def _checklist(
        self, file: str, library: Library | None, facts: FactSheet | None, colours: ColourSheet | None
    ) -> Checklist | None:
        return self._form(self.trees[file], self.english(file), library, facts, colours)

    def _form(
        self,
        tree: Tree,
        english: English,
        library: Library | None,
        facts: FactSheet | None,
        colours: ColourSheet | None,
    ) -> Checklist | None:
        before = len(self.found)
        sheet = bind_checklist(tree, self.found)
        if sheet is None or library is None:
            return None
        form = joined_checklist(sheet, tree, library, facts, english, self.found)
        sight = Sight(form, tree, facts, colours, self.found)
        check_names(sight)
        check_beyond(sight)
        check_sense(sight)
        self.sights.append(sight)
        if all(
            one.file != tree.file for one in self.found[before:]
        ):  # else what is left over may belong to a broken part
            english.finish()
        return form

    def _strays(self) -> None:
        read = self.used | {ENGLISH + file for file in (*FILES, *self.unread)}
        self.found.extend(issue("file-unknown", file, 1) for file in self.trees if file not in read)


def _in_both(one: PrivacyClass, english: English) -> PrivacyClass:
    """A class of personal data with its English."""
    names = ("title", "purpose", "kept", "basis")
    told = {name: english.of(getattr(one, name), "classes", one.id, name) for name in names}
    return one.model_copy(update=told)
