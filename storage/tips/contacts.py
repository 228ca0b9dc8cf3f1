"""Who stands behind a tip: the one table that connects an account with a relay number, each row locked with the key.

To find a person's own tips all rows are opened one by one; there is nothing in them to search by.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import orjson
from sqlalchemy import Connection, delete, insert, select, update

from storage.tables.tips import tip_contacts, tips
from storage.tips.vault import Vault


@dataclass(frozen=True, slots=True)
class Behind:
    """The person behind a tip, and the reward code once there is one."""

    person: int
    code: str = ""


def keep(connection: Connection, vault: Vault, tip: int, behind: Behind, until: date) -> None:
    """Connect an account with a tip until this day."""
    row = {"tip": tip, "sealed": _locked(vault, tip, behind), "until": until}
    connection.execute(insert(tip_contacts), row)


def replace(connection: Connection, vault: Vault, tip: int, behind: Behind, until: date) -> None:
    """The same tip, with a code or another day."""
    row = {"sealed": _locked(vault, tip, behind), "until": until}
    connection.execute(update(tip_contacts).where(tip_contacts.c.tip == tip).values(**row))


def of(connection: Connection, vault: Vault, tip: int) -> Behind | None:
    """Who stands behind a tip; None when nobody does any more, or the key is another one."""
    found = select(tip_contacts.c.sealed).where(tip_contacts.c.tip == tip)
    sealed = connection.execute(found).scalar_one_or_none()
    return None if sealed is None else _opened(vault, tip, sealed)


def of_number(connection: Connection, vault: Vault, number: str) -> Behind | None:
    """The same by the tip's number."""
    found = select(tips.c.id).where(tips.c.number == number)
    tip = connection.execute(found).scalar_one_or_none()
    return None if tip is None else of(connection, vault, tip)


def own(connection: Connection, vault: Vault, person: int) -> Sequence[int]:
    """Rows of the tips that this person has sent, oldest first."""
    rows = connection.execute(select(tip_contacts.c.tip, tip_contacts.c.sealed).order_by(tip_contacts.c.tip))
    opened = ((row.tip, _opened(vault, row.tip, row.sealed)) for row in rows)
    return [tip for tip, behind in opened if behind is not None and behind.person == person]


def forget(connection: Connection, gone: Sequence[int]) -> None:
    """The accounts behind these tips are gone for good."""
    if gone:
        connection.execute(delete(tip_contacts).where(tip_contacts.c.tip.in_(gone)))


def expire(connection: Connection, vault: Vault, today: date) -> Sequence[int]:
    """Forget what has come to its day. The persons that were behind it, so that nothing of it stays with them."""
    found = select(tip_contacts.c.tip, tip_contacts.c.sealed).where(tip_contacts.c.until <= today)
    rows = connection.execute(found).all()
    forget(connection, [row.tip for row in rows])
    behind = (_opened(vault, row.tip, row.sealed) for row in rows)
    return sorted({one.person for one in behind if one is not None})


def _locked(vault: Vault, tip: int, behind: Behind) -> bytes:
    return vault.lock(orjson.dumps([behind.person, behind.code]), f"tip/{tip}")


def _opened(vault: Vault, tip: int, sealed: bytes) -> Behind | None:
    plain = vault.open(sealed, f"tip/{tip}")
    return None if plain is None else Behind(*orjson.loads(plain))
