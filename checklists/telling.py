"""Content in words, for people who read about it: conditions, limits, photo rules. How a screen says things is not here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

import orjson
from pydantic import BaseModel

from checklists.conditions import Condition
from checklists.facts import FactSheet
from checklists.parts import Clause
from checklists.schema import Accept, AcceptWhen, Checklist, MajorSource, Option, PhotoRule, Rule
from checklists.words import Language, Words

NOTHING = Words("（无）", "nothing")
_FLAG = {True: Words("是", "yes"), False: Words("否", "no")}
_PHOTO = {
    "always": Words("每次都拍照", "a photo with every answer"),
    "fail": Words("不合格时拍照", "a photo of what is wrong"),
    "sample": Words("抽中时拍照", "a photo when drawn"),
    "never": Words("不拍照", "no photo"),
}


def listed(words: Sequence[Words], zh: str, en: str) -> Words:
    """Several texts in a row with a word between them."""
    return Words(zh.join(one.zh for one in words), en.join(one.en for one in words))


def filled(words: Words, **names: object) -> Words:
    """A sentence with its names filled in; a name may itself be words."""
    zh, en = (
        {name: one.to(language) if isinstance(one, Words) else one for name, one in names.items()}
        for language in Language
    )
    return Words(words.zh.format(**zh), words.en.format(**en))


def plain(value: object) -> Words:
    """A name or a number, the same in both languages."""
    return Words(str(value), str(value))


def quoted(words: Words) -> Words:
    """A text in quotes."""
    return Words(f"“{words.zh}”", f"“{words.en or words.zh}”")


@dataclass(frozen=True)
class Teller:
    """Tells content in words; with a form and the facts at hand it names answers and facts as people see them."""

    form: Checklist | None = None
    facts: FactSheet | None = None

    def value(self, value: object) -> Words:  # noqa: C901, PLR0911, PLR0912 - one line a kind of content
        """Any piece of content in words; what nobody has words for is shown as it is written."""
        match value:
            case None:
                return NOTHING
            case bool():
                return _FLAG[value]
            case Words():
                return quoted(value)
            case Condition():
                return self.condition(value)
            case Accept():
                return self.accept(value)
            case AcceptWhen(when=when, accept=accept):
                return filled(
                    Words("{accept}（当{when}）", "{accept} (when {when})"),
                    accept=self.accept(accept),
                    when=self.condition(when),
                )
            case PhotoRule():
                return self.photo(value)
            case MajorSource():
                return self.major(value)
            case Clause():
                return value.text
            case Option():
                return self.option(value)
            case Rule():
                return self.condition(value.when)
            case BaseModel():
                return written(value)
            case tuple() | list():
                return listed([self.value(one) for one in value], "、", ", ") if value else NOTHING
            case dict():
                pairs = [listed([plain(name), self.value(one)], "：", ": ") for name, one in value.items()]
                return listed(pairs, "、", ", ") if pairs else NOTHING
        return plain(value)

    @cached_property
    def _prompts(self) -> Mapping[str, Words]:
        if self.facts is None:
            return {}
        stated = (*self.facts.numbers, *self.facts.industries, *self.facts.asked)
        reasons = {fact.id: quoted(fact.note) for fact in self.facts.derived if fact.note is not None}
        return {fact.id: quoted(fact.prompt) for fact in stated} | reasons

    @cached_property
    def _followed(self) -> Mapping[str, Condition]:
        """Derived facts without a reason of their own are told by what they follow from."""
        derived = self.facts.derived if self.facts is not None else ()
        return {fact.id: fact.when for fact in derived if fact.note is None}

    def fact(self, fact: str) -> Words:
        """A fact by what it asks, a derived one by its reason, else by its id."""
        return self._prompts.get(fact, plain(fact))

    def answer(self, question: str, value: str) -> Words:
        """An answer by its label, else by its value."""
        if self.form is not None and question in self.form.places:
            option = self.form.question(question).option(value)
            if option is not None:
                return quoted(option.label)
        return quoted(plain(value))

    def condition(self, when: Condition) -> Words:
        """When something holds."""
        if when.all:
            return listed([self._inner(part) for part in when.all], "，并且", " and ")
        if when.any:
            return listed([self._inner(part) for part in when.any], "，或者", " or ")
        if when.not_ is not None:
            return self._not(when.not_)
        if when.fact is not None and not extra(when, {"fact", "at_least", "at_most"}):
            return self._fact(when.fact, when.at_least, when.at_most)
        if when.answer is not None and not extra(when, {"answer", "in_"}):
            return self._answer(when.answer, when.in_)
        return written(when)

    def _inner(self, when: Condition) -> Words:
        told = self.condition(when)
        return Words(f"（{told.zh}）", f"({told.en})") if when.all or when.any else told

    def _not(self, when: Condition) -> Words:
        if when.fact is not None and when.at_least is None and when.at_most is None:
            return filled(Words("{fact}为否", "{fact} is no"), fact=self.fact(when.fact))
        return filled(Words("不是（{told}）", "not ({told})"), told=self.condition(when))

    def _fact(self, fact: str, low: Decimal | None, high: Decimal | None) -> Words:
        name = self.fact(fact)
        if fact in self._followed:
            return self._inner(self._followed[fact])
        if low is None and high is None:
            return filled(Words("{fact}为是", "{fact} is yes"), fact=name)
        return filled(Words("{fact}{bounds}", "{fact} is {bounds}"), fact=name, bounds=bounds(low, high))

    def _answer(self, question: str, values: Sequence[str]) -> Words:
        labels = listed([self.answer(question, value) for value in values], "或", " or ")
        return filled(Words("{id}答{labels}", "{id} is {labels}"), id=question, labels=labels)

    def accept(self, accept: Accept) -> Words:
        """What counts as fine."""
        if accept.anything:
            return Words("任何有效的回答", "any valid answer")
        if extra(accept, set(_LIMITS)):
            return written(accept)
        said = [
            filled(words, limit=self.fact(value) if isinstance(value, str) else value)
            for name, words in _LIMITS.items()
            if (value := getattr(accept, name)) is not None and value is not False
        ]
        return listed(said, "且", " and ") if said else NOTHING

    def photo(self, rule: PhotoRule) -> Words:
        """When a photo is wanted."""
        if extra(rule, {"ask", "required", "at_least"}):
            return written(rule)
        said = [_PHOTO[rule.ask.value]]
        if rule.required:
            said.append(Words("没有不能提交", "required for submission"))
        if rule.at_least > 1:
            said.append(filled(Words("至少{n}张", "at least {n}"), n=rule.at_least))
        return listed(said, "，", ", ")

    def major(self, major: MajorSource) -> Words:
        """Why a finding is suspected to be major."""
        said = [
            Words("公布的判定标准", "a published criterion")
            if major.official
            else Words("本系统默认", "our own default")
        ]
        said += [major.criterion] if major.criterion else [clause.text for clause in major.basis]
        if major.when is not None:
            said.append(filled(Words("仅当{when}", "only when {when}"), when=self.condition(major.when)))
        return listed(said, "，", ", ")

    def option(self, option: Option) -> Words:
        """An answer with what it means."""
        outcome = {
            "ok": Words("合格", "fine"),
            "bad": Words("不合格", "a finding"),
            "neutral": Words("不评判", "not judged"),
        }
        return filled(
            Words("{label}（{outcome}）", "{label} ({outcome})"),
            label=quoted(option.label),
            outcome=outcome[option.outcome.value],
        )


_LIMITS = {
    "at_least": Words("不少于{limit}", "at least {limit}"),
    "at_most": Words("不多于{limit}", "at most {limit}"),
    "at_least_fact": Words("不少于{limit}的数", "at least the number of {limit}"),
    "at_most_fact": Words("不多于{limit}的数", "at most the number of {limit}"),
    "max_age_days": Words("不早于{limit}天前", "not more than {limit} days ago"),
    "not_expired": Words("没有过期", "not expired"),
}


def bounds(low: Decimal | None, high: Decimal | None) -> Words:
    """A range in words."""
    if low is not None and high is not None:
        return filled(Words("在{low}到{high}之间", "{low} to {high}"), low=low, high=high)
    if low is not None:
        return filled(Words("不少于{low}", "at least {low}"), low=low)
    return filled(Words("不多于{high}", "at most {high}"), high=high)


def extra(part: BaseModel, known: set[str]) -> set[str]:
    """The fields that say something beside those there are words for."""
    fields = type(part).model_fields
    return {
        name
        for name in fields
        if name not in known and getattr(part, name) != fields[name].get_default(call_default_factory=True)
    }


def written(part: BaseModel) -> Words:
    """A part as it stands in the file, where there are no better words."""
    told = orjson.dumps(part.model_dump(mode="json", by_alias=True, exclude_defaults=True)).decode()
    return plain(told)
