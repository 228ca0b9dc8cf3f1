"""Writes the files into a folder. The work of `python -m bot send-up`."""

import re
from datetime import UTC, date, datetime, time
from pathlib import Path

from bot.sendup.gathering import gathered
from bot.sendup.package import files
from bot.settings import Settings
from checklists.load import load_catalogue
from safety.calendar import at
from storage.database import Database

QUARTER = re.compile(r"([0-9]{4})-?Q([1-4])")


def main(settings: Settings, quarter: str, out: Path, since: date | None) -> tuple[int, str]:
    """Exit code, and what to say."""
    meant = QUARTER.fullmatch(quarter.strip().upper())
    if meant is None:
        return 2, f"{quarter!r} is no quarter: write 2026Q4."
    name = f"{meant.group(1)}-Q{meant.group(2)}"
    moment = at(since, time.min).astimezone(UTC) if since is not None else None
    database = Database.open(settings.database)
    try:
        with database.reading() as connection:
            package = gathered(connection, load_catalogue(), name, moment, datetime.now(UTC))
    finally:
        database.close()
    out.mkdir(parents=True, exist_ok=True)
    for file, body in files(package).items():
        (out / file).write_bytes(body)
    counts = ", ".join(f"{n} {what}" for what, n in package["rows"].items())
    return 0, f"{name}: {counts} in {out}; check with: cd {out} && sha256sum -c SHA256SUMS"
