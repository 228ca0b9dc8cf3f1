"""A new text of a commitment: who signed the old one is told once, whoever ticks and however often."""

from dataclasses import replace

from sqlalchemy import Connection, select

from bot import pledge_news
from bot.clock import RealClock
from bot.turn import House
from checklists.catalogue import Catalogue
from checklists.words import Words
from storage.tables.post import outbox
from tests.bot.pledged import TEXTS, sign
from tests.cast import BOB, WALT, Cast


def with_new_text(catalogue: Catalogue, colour: str = "white", title: str = "新承诺书") -> Catalogue:
    old = catalogue.commitments[colour]
    new = old.model_copy(update={"title": Words(title, title)})
    return replace(catalogue, commitments={**catalogue.commitments, colour: new})


def tell(connection: Connection, cast: Cast, catalogue: Catalogue) -> int:
    return pledge_news.tell(connection, House(catalogue, TEXTS, RealClock(), 1, "test"), cast.now)


def letters(connection: Connection) -> list[int]:
    found = select(outbox.c.chat).where(outbox.c.key.like("pledge-text:%")).order_by(outbox.c.id)
    return list(connection.execute(found).scalars())


def test_who_signed_the_old_text_is_told_once(cast: Cast) -> None:
    with cast.database.writing() as connection:
        sign(connection, cast, BOB)
        assert tell(connection, cast, cast.catalogue) == 0
        new = with_new_text(cast.catalogue)
        assert tell(connection, cast, new) == 1
        assert tell(connection, cast, new) == 0
        assert letters(connection) == [BOB.id]
        assert tell(connection, cast, with_new_text(cast.catalogue, title="更新的承诺书")) == 1
        assert letters(connection) == [BOB.id, BOB.id]


def test_neither_who_never_signed_nor_another_colour_is_told(cast: Cast) -> None:
    with cast.database.writing() as connection:
        sign(connection, cast, BOB)
        others = [colour for colour in cast.catalogue.commitments if colour != "white"]
        for colour in others:
            assert tell(connection, cast, with_new_text(cast.catalogue, colour)) == 0
        sign(connection, cast, WALT)
        assert tell(connection, cast, with_new_text(cast.catalogue)) in {1, 2}


def test_nobody_is_told_where_a_new_text_asks_for_no_signature(cast: Cast) -> None:
    rules = cast.catalogue.rules.model_copy(update={"renew_on": ()})
    with cast.database.writing() as connection:
        sign(connection, cast, BOB)
        assert tell(connection, cast, with_new_text(replace(cast.catalogue, rules=rules))) == 0
