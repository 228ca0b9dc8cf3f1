"""The words of printed invitations, in the language of who prints them; and the codes, made here and known to nobody but the paper."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from bot.invitations.deck import Deck, Printed
from bot.invite import link
from checklists.words import Language
from dialogs.register import role_line
from dialogs.talk import Argument, Line
from dialogs.texts import Texts
from storage.invitations import new_code
from storage.sheets import Card, Unit


def drawn(units: Iterable[Unit]) -> Iterator[Card]:
    """Each with a fresh code."""
    for one in units:
        yield Card(one.enterprise, one.name, one.town, one.role, new_code())


def deck_of(
    cards: Sequence[Card],
    bot_username: str,
    until: datetime,
    now: datetime,
    texts: Texts,
    language: Language,
) -> Deck:
    """The whole file."""

    def say(text: str, **args: Argument) -> str:
        return texts.plain(Line(text, args), language)

    said = {role: texts.plain(role_line(role), language) for role in {card.role for card in cards}}
    return Deck(
        title=say("sheets-title"),
        product=say("sheets-product"),
        steps=[say("sheets-step", n=n) for n in (1, 2)],
        until=say("sheets-until", time=until),
        pages=say("sheets-pages", n="{n}", total="{total}"),
        made=now.isoformat(),
        cards=[
            Printed(card.name, said[card.role], card.town, link(bot_username, card.code)) for card in cards
        ],
    )
