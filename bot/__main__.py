"""The command line: `python -m bot …`. Each command is a thin shell around a module that does the work."""

import asyncio
import gc
import sys
import warnings
from collections.abc import Coroutine
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, cast

import typer

from bot.settings import Settings, SettingsError, load
from safety.audits import AuditSieve
from safety.people import Role

app = typer.Typer(
    add_completion=False, no_args_is_help=True, help="Anwen 安稳: work-safety self-checks in a chat."
)


def settings(**fixed: Any) -> Settings:
    """The settings, or plain sentences and exit code 2."""
    try:
        return load(**fixed)
    except SettingsError as error:
        complain(error)
        raise typer.Exit(2) from None


def complain(error: SettingsError) -> None:
    for sentence in error.sentences:
        typer.echo(sentence, err=True)


def go(work: Coroutine[Any, Any, Any]) -> None:
    """Run the event loop, uvloop where it is installed."""
    with asyncio.Runner(loop_factory=new_loop) as runner:
        runner.run(work)


def new_loop() -> asyncio.AbstractEventLoop:
    """The quickest event loop there is."""
    try:
        import uvloop  # noqa: PLC0415 - not there on every platform
    except ImportError:
        return asyncio.new_event_loop()
    return cast("asyncio.AbstractEventLoop", uvloop.new_event_loop())


@app.command()
def run() -> None:
    """Serve Telegram: long polling, or a webhook when ANWEN_WEBHOOK_URL is set."""
    from bot import log  # noqa: PLC0415 - each command loads only what it needs
    from bot.app import serve  # noqa: PLC0415

    found = settings()
    log.configure(found)
    try:
        found.bot_token()
        go(serve(found))
    except SettingsError as error:
        complain(error)
        raise typer.Exit(2) from None


@app.command()
def demo(
    *,
    fresh: Annotated[bool, typer.Option(help="Start over: forget what the last demo kept.")] = False,
) -> None:
    """Run everything on this machine: a stand-in for Telegram, the bot, and a chat page in the browser."""
    from bot.demonstration import serve  # noqa: PLC0415

    try:
        go(serve(settings(), fresh=fresh))
    except SettingsError as error:
        complain(error)
        raise typer.Exit(2) from None


@app.command()
def check() -> None:
    """Say in plain words what is missing or wrong: token, database, content, time zone, disk."""
    from bot.check import main  # noqa: PLC0415

    raise typer.Exit(main())


@app.command()
def verify(
    file: Annotated[Path | None, typer.Argument(help="A receipt file; without one the whole record.")] = None,
    *,
    key: Annotated[list[str] | None, typer.Option(help="A public key that may have signed heads.")] = None,
    heads: Annotated[Path | None, typer.Option(help="A folder with heads that were kept elsewhere.")] = None,
    photos: Annotated[bool, typer.Option(help="Read every photo and file on disk as well.")] = True,
) -> None:
    """Check that nothing in the record was changed; names the first entry that was, and how. 1 when something is wrong."""
    from bot import verifying  # noqa: PLC0415

    found = settings()
    if file is not None:
        raise typer.Exit(verifying.prove(file, key or (), found.language))
    raise typer.Exit(verifying.main(found, key or (), heads, photos=photos))


@app.command()
def receipt(
    number: Annotated[str, typer.Argument(help="The number on the receipt, ZC-2026-000123.")],
    *,
    out: Annotated[Path | None, typer.Option(help="Write it here instead of to the screen.")] = None,
) -> None:
    """Write the file that proves a receipt without the database (`verify FILE --key …`)."""
    from bot import verifying  # noqa: PLC0415

    raise typer.Exit(verifying.fetch(settings(), number, out))


@app.command()
def aside(
    *,
    replay: Annotated[bool, typer.Option(help="Put them back into their lanes and try again.")] = False,
    update: Annotated[list[int] | None, typer.Option(help="Only these update numbers.")] = None,
) -> None:
    """Look at the updates that were set aside, with their reasons; `--replay` tries them again."""
    from bot.aside import list_aside, replay_aside  # noqa: PLC0415

    found = settings()
    typer.echo(replay_aside(found, update) if replay else list_aside(found))


@app.command()
def delivery(
    *,
    days: Annotated[int, typer.Option(min=1, max=400, help="Of letters written in so many last days.")] = 7,
) -> None:
    """Say what became of letters, by what they are about: brought to Telegram, acted on, kept, failed."""
    from bot.delivering import told  # noqa: PLC0415

    typer.echo(told(settings(), days))


@app.command()
def audit(
    *,
    whom: Annotated[str, typer.Option(help="Whose data: part of a name, or a phone.")] = "",
    reader: Annotated[str, typer.Option(help="Who read: part of a name, or a phone.")] = "",
    enterprise: Annotated[str, typer.Option(help="Part of an enterprise's name, or its credit code.")] = "",
    day: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="A day in Shanghai.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="So many lines, the newest first.")] = 50,
    out: Annotated[Path | None, typer.Option(help="Write all of them into this csv file instead.")] = None,
) -> None:
    """Say who has read, exported, corrected or erased personal data."""
    from bot.audited import told  # noqa: PLC0415

    sieve = AuditSieve(whom, reader, enterprise, day.date() if day else None)
    typer.echo(told(settings(), sieve, limit, out))


@app.command("send-up")
def send_up(
    *,
    quarter: Annotated[str, typer.Option(help="The quarter, 2026Q4.")],
    out: Annotated[Path, typer.Option(help="The folder to write into.")],
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Only what has changed since this day.")
    ] = None,
) -> None:
    """Write the file for a platform above: enterprises, statistics and hazards of a quarter (docs/send-up.md)."""
    from bot.sendup.command import main  # noqa: PLC0415

    code, said = main(settings(), quarter, out, since.date() if since else None)
    typer.echo(said, err=bool(code))
    raise typer.Exit(code)


@app.command()
def retention(
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say how much it would be.")] = False,
) -> None:
    """Clear personal data whose time has come (content/privacy.yaml); the running bot does so every night."""
    from bot.retaining import told  # noqa: PLC0415

    typer.echo(told(settings(), dry=dry_run))


@app.command()
def invite(
    where: Annotated[str, typer.Argument(help="Credit code of an enterprise, or the name of an area.")] = "",
    *,
    role: Annotated[Role | None, typer.Option(help="What the person will be there.")] = None,
    phone: Annotated[str, typer.Option(help="Enter this phone into the list first.")] = "",
    name: Annotated[str, typer.Option(help="The name that belongs to the phone.")] = "",
    revoke: Annotated[int | None, typer.Option(help="End the invitation with this number.")] = None,
    sheets: Annotated[
        Path | None, typer.Option(help="Print cards for all enterprises that nobody answers for, as a PDF.")
    ] = None,
    town: Annotated[
        list[str] | None, typer.Option(help="With --sheets: only of this town (again: of these).")
    ] = None,
    revoke_sheets: Annotated[int | None, typer.Option(help="End what was printed under this number.")] = None,
) -> None:
    """Make a join link for one person (once, 72 hours as shipped), or print cards for many; without anything: list the open ones."""
    from bot.invitations import command  # noqa: PLC0415
    from bot.invite import main  # noqa: PLC0415

    if revoke_sheets is not None:
        raise typer.Exit(command.revoke(settings(), revoke_sheets))
    if sheets is not None:
        raise typer.Exit(command.main(settings(), sheets, town or [], role))

    raise typer.Exit(main(settings(), where, role=role, phone=phone, name=name, revoke=revoke))


@app.command("import")
def import_(
    file: Annotated[Path | None, typer.Argument(help="xlsx or csv with one enterprise a row.")] = None,
    *,
    write: Annotated[bool, typer.Option(help="Write; without it the file is only checked.")] = False,
    map_: Annotated[
        list[str] | None,
        typer.Option("--map", help="What a column means: COLUMN=field, COLUMN=- to leave it out."),
    ] = None,
    bad: Annotated[Path | None, typer.Option(help="Write the rows with problems here, to put right.")] = None,
    template: Annotated[Path | None, typer.Option(help="Write an empty list here and end.")] = None,
) -> None:
    """Read enterprises from a spreadsheet; says every bad row and why. Known ones are changed by credit code."""
    from bot import importing  # noqa: PLC0415

    if template is not None:
        raise typer.Exit(importing.save_template(settings(), template))
    if file is None:
        raise typer.BadParameter("give a FILE, or --template FILE")
    raise typer.Exit(importing.main(settings(), file, write=write, map_=map_ or (), bad=bad))


@app.command()
def responders(
    file: Annotated[Path, typer.Argument(help="xlsx, csv or yaml with one team, expert, duty desk a row.")],
    *,
    write: Annotated[bool, typer.Option(help="Write; without it the file is only checked.")] = False,
) -> None:
    """Read whom to call in an emergency from a spreadsheet; who is known is brought up to date."""
    from bot.responder_list import main  # noqa: PLC0415

    raise typer.Exit(main(settings(), file, write=write))


@app.command()
def publish(
    *,
    wait: Annotated[float, typer.Option(help="Seconds to wait until every running process serves it.")] = 20,
) -> None:
    """Make the content on disk what every running process serves; refused whole when anything is wrong."""
    from bot.publish import main as published  # noqa: PLC0415

    raise typer.Exit(published(settings(), wait=wait))


@app.command()
def backup(
    *,
    out: Annotated[Path | None, typer.Option(help="A new folder, or a new file that ends with .tar.")] = None,
    into: Annotated[Path | None, typer.Option(help="A folder of dated backups, for a timer.")] = None,
    keep: Annotated[int, typer.Option(min=0, help="With --into: how many stay; 0: all.")] = 14,
    keys: Annotated[
        Path | None, typer.Option(help="Put the keys into this folder, apart from the backup.")
    ] = None,
) -> None:
    """Back up the database and every file of it while the bot runs; the keys are left out."""
    from bot.backing.command import backup as backed_up  # noqa: PLC0415

    raise typer.Exit(backed_up(settings(), out, into, keep, keys))


@app.command()
def restore(
    source: Annotated[Path, typer.Argument(help="A backup: its folder, or its .tar file.")],
    *,
    check: Annotated[bool, typer.Option("--check", help="Only hold everything against its sums.")] = False,
    keys: Annotated[Path | None, typer.Option(help="The folder in which the keys were kept.")] = None,
) -> None:
    """Bring a backup back into an empty place, after every sum fits; then counts and seals are compared."""
    from bot.backing.command import restore as restored  # noqa: PLC0415

    raise typer.Exit(restored(settings(), source, keys, only_check=check))


@app.command()
def move(
    to: Annotated[str, typer.Argument(help="postgresql://user:password@host/name, empty.")],
) -> None:
    """Carry an SQLite database into PostgreSQL, when one machine is too small. Stop the bot first."""
    from bot.moving import main as moved  # noqa: PLC0415

    raise typer.Exit(moved(settings(), to))


@app.command()
def seed(
    *,
    size: Annotated[
        str, typer.Option(help="How large: district (10,500 enterprises), town, street.")
    ] = "district",
    until: Annotated[datetime | None, typer.Option(help="The day on which the year ends; today.")] = None,
    photos: Annotated[bool, typer.Option(help="Write the photos' files as well.")] = True,
) -> None:
    """Fill an empty database with a made-up district and a year of its life, to try things at their real size."""
    from bot.district.command import main as seeded  # noqa: PLC0415

    raise typer.Exit(seeded(settings(), size, until, photos=photos))


def main() -> None:
    """Entry point; warnings about the machine are sentences, not tracebacks."""
    gc.set_threshold(50_000)  # what is imported stays: looking for garbage among it took a sixth of the start
    warnings.showwarning = lambda message, *_args, **_kw: print(f"warning: {message}", file=sys.stderr)  # noqa: T201
    app()


if __name__ == "__main__":
    main()
