"""The HTML of a preview: phones with the real screens in both languages, and beside each question what its author should know."""

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template

from bot.authoring.drawing import Drawn, Shot, question_shots, walk_shots
from bot.authoring.said import Speaker
from bot.authoring.stage import Stage
from checklists.schema import Checklist, Question, Section, Severity
from checklists.telling import Teller
from checklists.words import Language, Words
from dialogs.render import render
from dialogs.talk import Argument, Screen
from dialogs.texts import Texts

PAGE = Path(__file__).parent / "page"
CROWDED = 5  # buttons in a row from which on they are drawn small: a calendar


@dataclass(frozen=True, slots=True)
class Sheet:
    """Writes the page. Titles and captions are in the language of the command line, phones in both."""

    stage: Stage
    texts: Texts
    speaker: Speaker

    def page(self, forms: Sequence[Checklist]) -> str:
        """The whole page, everything inside it."""
        names = [*(language.value for language in Language)]
        switch = [self._switch("both"), *(self._switch(name) for name in names)]
        return Template(_file("preview.html")).substitute(
            title=self.said("preview-title"),
            language=self.speaker.language.value,
            show="both",
            css=_file("preview.css"),
            script=_file("preview.js"),
            switch_label=self.said("preview-switch"),
            switch="".join(switch),
            contents_label=self.said("preview-contents"),
            contents="".join(self._contents(form) for form in forms),
            main="\n".join(part for form in forms for part in self._form(form)),
        )

    def said(self, line: str, **args: Argument) -> str:
        """A sentence of ours, safe in HTML."""
        return html.escape(self.speaker.text(line, **args))

    def content(self, words: Words) -> str:
        """A text of the content, safe in HTML."""
        return html.escape(words.to(self.speaker.language))

    def _switch(self, name: str) -> str:
        pressed = str(name == "both").lower()
        return f'<button type="button" value="{name}" aria-pressed="{pressed}">{self.said("preview-show", what=name)}</button>'

    def _contents(self, form: Checklist) -> str:
        items = "".join(
            f'<li><a href="#{form.id}.{one.id}">{one.id} {self.content(one.text)}</a></li>'
            for one in form.questions
        )
        return f"<details><summary>{self.content(form.title)}</summary><ul>{items}</ul></details>"

    def _form(self, form: Checklist) -> Iterator[str]:
        teller = Teller(form, self.stage.catalogue.facts)
        yield f'<h2 id="{form.id}">{self.content(form.title)}</h2>'
        days = self.said("preview-form", id=form.id, n=len(form.questions), days=form.cycle_days)
        yield f'<p class="about">{days} {self._when(teller, form)}</p>'
        for section in form.sections:
            yield f"<h3>{html.escape(section.id)} · {self.content(section.title)}</h3>"
            if section.when is not None:
                yield f'<p class="about">{self._when(teller, section)}</p>'
            for question in section.questions:
                yield self._question(teller, form, question_shots(self.stage, form, question))
        yield f'<h3>{self.said("preview-end")}</h3><p class="about">{self.said("preview-example")}</p>'
        yield self._shots(walk_shots(self.stage, form))

    def _when(self, teller: Teller, thing: Checklist | Section | Question) -> str:
        if thing.when is None:
            return ""
        return self.said("preview-when", when=teller.condition(thing.when).to(self.speaker.language))

    def _question(self, teller: Teller, form: Checklist, drawn: Drawn) -> str:
        question = drawn.question
        chips = "".join(self._chips(drawn))
        notes = "".join(f"<li>{note}</li>" for note in self._notes(teller, question))
        head = f"<header><h4>{html.escape(question.id)} {self.content(question.text)}</h4>{chips}</header>"
        facts = f'<ul class="facts">{notes}</ul>' if notes else ""
        return f'<section class="question" id="{form.id}.{question.id}">{head}{facts}{self._shots(drawn.shots)}</section>'

    def _chips(self, drawn: Drawn) -> Iterator[str]:
        question = drawn.question
        yield self._chip("preview-kind", kind=question.kind.value)
        if question.critical:
            yield self._chip("preview-critical")
        if question.severity is Severity.MAJOR:
            yield self._chip("preview-major")
        if question.may_not_apply:
            yield self._chip("preview-na")
        if not question.required:
            yield self._chip("preview-optional")
        if not drawn.asked:
            yield self._chip("preview-never", warn=True)

    def _chip(self, line: str, *, warn: bool = False, **args: Argument) -> str:
        return f'<span class="chip{" warn" if warn else ""}">{self.said(line, **args)}</span>'

    def _notes(self, teller: Teller, question: Question) -> Iterator[str]:
        """What no screen says outright: when it is asked, what is fine, when a photo is wanted, what was not checked."""
        language = self.speaker.language
        if question.when is not None:
            yield self._when(teller, question)
        if question.accept is not None:
            yield self.said("preview-accept", accept=teller.accept(question.accept).to(language))
        for other in question.accept_when:
            told = teller.value(other).to(language)
            yield self.said("preview-accept", accept=told)
        yield self.said("preview-photo", photo=teller.photo(question.photo).to(language))
        for clause in question.basis:
            if not clause.checked:
                yield self._chip("preview-unchecked", warn=True, clause=clause.text.to(language))

    def _shots(self, shots: Sequence[Shot]) -> str:
        return f'<div class="shots" tabindex="0">{"".join(self._shot(shot) for shot in shots)}</div>'

    def _shot(self, shot: Shot) -> str:
        phones = "".join(self._phone(shot.screen, language) for language in Language)
        caption = self.said("preview-step", at=shot.at)
        return f'<figure class="shot"><figcaption>{caption}</figcaption><div class="pair">{phones}</div></figure>'

    def _phone(self, screen: Screen, language: Language) -> str:
        """One phone; what the renderer gives is safe HTML already, labels are plain text."""
        seen = render(screen, language, self.texts, 1)
        rows = "".join(self._row([label for label, _data in row]) for row in seen.rows)
        bubble = f'<div class="bubble">{seen.html}</div>'
        return f'<div class="phone one" lang="{language.value}">{bubble}<div class="keys">{rows}</div></div>'

    def _row(self, labels: Sequence[str]) -> str:
        crowded = ' class="grid"' if len(labels) >= CROWDED else ""
        return f"<div{crowded}>{''.join(f'<span>{html.escape(label)}</span>' for label in labels)}</div>"


def _file(name: str) -> str:
    return (PAGE / name).read_text("utf-8")
