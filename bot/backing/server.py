"""PostgreSQL's own tools: pg_dump and pg_restore, told by the environment, never by arguments, who they are."""

import os
import shutil
import subprocess
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

TOOLS = "ANWEN_PG_BIN"  # a folder of the tools that does not stand in PATH


class NoTool(Exception):  # noqa: N818 - it is a sentence for the operator
    """The tool is not there, or refused; the message says which and why."""


def dump(url: str, snapshot: str, target: Path) -> None:
    """Write one moment of the database in the custom format."""
    _run(
        "pg_dump",
        url,
        "--format=custom",
        "--no-owner",
        "--no-privileges",
        f"--snapshot={snapshot}",
        f"--file={target}",
    )


def restore(url: str, source: Path) -> None:
    """Fill an empty database, whole or not at all."""
    name = environment(url)["PGDATABASE"]
    _run(
        "pg_restore",
        url,
        "--single-transaction",
        "--no-owner",
        "--no-privileges",
        f"--dbname={name}",
        str(source),
    )


def tool(name: str) -> str:
    """Where a tool is. NoTool says how to get it."""
    folder = os.environ.get(TOOLS)
    found = shutil.which(name, path=folder) if folder else shutil.which(name)
    if found is None:
        raise NoTool(
            f"{name} is not there: install the PostgreSQL client tools of the server's version "
            f"(Debian: apt install postgresql-client), or set {TOOLS} to their folder."
        )
    return found


def environment(url: str) -> dict[str, str]:
    """What libpq reads of an address: no password ever stands in a list of processes."""
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    found = {
        "PGHOST": query.get("host") or parts.hostname or "",
        "PGPORT": str(parts.port or query.get("port") or ""),
        "PGUSER": unquote(parts.username or ""),
        "PGPASSWORD": unquote(parts.password or ""),
        "PGDATABASE": unquote(parts.path.lstrip("/")),
        "PGSSLMODE": query.get("sslmode", ""),
    }
    return {name: value for name, value in found.items() if value}


def _run(name: str, url: str, *arguments: str) -> None:
    done = subprocess.run(  # noqa: S603 - a tool of the server, arguments of our own
        [tool(name), *arguments],
        env=os.environ | environment(url),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise NoTool(f"{name} failed: {done.stderr.strip()[-500:]}")
