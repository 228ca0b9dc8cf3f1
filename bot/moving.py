"""`python -m bot move`: from the SQLite file to PostgreSQL, when one machine is too small. The file stays as it is."""

from collections.abc import Callable

import typer

from bot.settings import Settings
from storage.carrying import NotEmpty, carry
from storage.database import Database

USAGE = 2


def main(settings: Settings, to: str) -> int:
    """Carry everything over; 2 when there is nothing to carry, or no empty place for it."""
    if not settings.database.startswith("sqlite"):
        typer.echo("The database is on PostgreSQL already: nothing to move.", err=True)
        return USAGE
    if not to.startswith("postgresql"):
        typer.echo(
            "Give the address of an empty PostgreSQL database: postgresql://user:password@host/name.",
            err=True,
        )
        return USAGE
    try:
        move(settings.database, to, typer.echo)
    except NotEmpty as table:
        typer.echo(f"The database there is not empty: table {table} has rows. Nothing was changed.", err=True)
        return USAGE
    typer.echo(
        "Moved. Set ANWEN_DATABASE_URL to it, run `python -m bot verify`, then start the bot; keep the old file until then."
    )
    return 0


def move(source: str, target: str, told: Callable[[str], None]) -> None:
    """Copy every row in one transaction. NotEmpty when the target has any."""
    old, new = Database.open(source), Database.open(target)
    try:
        old.migrate()
        new.migrate()
        with old.reading() as reading, new.writing() as writing:
            carry(reading, writing, lambda name, rows: told(f"{name:>20} {rows:>10,}") if rows else None)
        new.look()
    finally:
        old.close()
        new.close()
