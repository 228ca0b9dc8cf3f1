"""Reads what goes up out of the database: one reading transaction, so that all tables are of one moment."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from bot.sendup.package import packed
from checklists.catalogue import Catalogue
from safety.calendar import today
from storage import digest, sendup
from storage.places import area_name
from storage.scope import Reach, Scope


def gathered(
    connection: Connection, catalogue: Catalogue, quarter: str, since: datetime | None, now: datetime
) -> dict[str, Any]:
    """The package of a quarter as it stands now."""
    figures = digest.figures(connection, catalogue, Scope(Reach.DISTRICT, None), today(now), now)
    standing = {
        "enterprises": figures.enterprises,
        "open_hazards": figures.open_hazards,
        "overdue_hazards": figures.overdue_hazards,
        "suspected_major": figures.suspected_major,
    }
    tables = {
        "enterprises": sendup.units(connection, since),
        "statistics": sendup.statistics(connection, quarter, since),
        "hazards": sendup.found(connection, quarter, since),
    }
    told = since.isoformat(timespec="seconds") if since is not None else None
    district = area_name(connection, None)
    return packed(quarter, told, now.isoformat(timespec="seconds"), district, standing, tables)
