"""People and papers of the demo: the machine shop has an electrician whose certificate ends in 30 days, a welder without one, a forklift; the restaurant's part-time electrician has one that ends in 60 days."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from bot.demo.diary import Diary, act
from bot.routers import Speaker
from checklists.certificates import Family
from safety.calendar import today
from safety.certificates import later
from safety.events import FactStated
from safety.events_staff import CertificateAdded, WorkerAdded
from safety.people import Actor
from storage import people, staff

ENDS, LATER = timedelta(days=30), timedelta(days=60)  # until then
SHOP = (
    ("孙建国", "electrician", date(2019, 3, 4)),
    ("周海涛", "forklift_driver", date(2021, 6, 15)),
    ("吴晓燕", "general", date(2023, 9, 1)),
)
WELDER = "郑强"
KITCHEN = (("何师傅", "general", date(2020, 5, 6)), ("小陈", "electrician", date(2026, 3, 2)))


def keep(diary: Diary, machinist: Speaker, principal: Speaker) -> None:
    """Both enterprises keep their rosters; the shop has entered its papers some days ago."""

    def note(moment: datetime, deed: Callable[[Connection, datetime], None]) -> None:
        diary.note(moment, lambda connection: deed(connection, moment))

    note(diary.ago(9, "10:20"), lambda connection, moment: _people(connection, machinist, moment))
    note(diary.ago(9, "10:40"), lambda connection, moment: _papers(connection, diary, machinist, moment))
    note(diary.ago(8, "09:10"), lambda connection, moment: _cooks(connection, diary, principal, moment))


def _people(connection: Connection, machinist: Speaker, moment: datetime) -> None:
    known = [WorkerAdded(name, post, since) for name, post, since in SHOP]
    since = today(moment) - timedelta(days=1)
    act(connection, machinist, moment, *known, WorkerAdded(WELDER, "welder", since, fresh=True))


def _cooks(connection: Connection, diary: Diary, principal: Speaker, moment: datetime) -> None:
    cooks = [WorkerAdded(name, post, since) for name, post, since in KITCHEN]
    known = _numbers(connection, act(connection, principal, moment, *cooks))
    ends = diary.today + LATER
    electrician = known[KITCHEN[-1][0]]
    paper = CertificateAdded(electrician, "low_voltage", Family.SPECIAL, "T37-2031", later(ends, -6), ends)
    act(connection, principal, moment, FactStated("has_special_ops", value=True, source="profile"), paper)


def _numbers(connection: Connection, actor: Actor) -> dict[str, int]:
    """Who stands in the actor's roster, by name."""
    own = actor.seat.enterprise if actor.seat is not None else None
    return {one.name: one.id for one in staff.of(connection, own or 0)}


def _papers(connection: Connection, diary: Diary, machinist: Speaker, moment: datetime) -> None:
    actor = people.meet(connection, machinist, machinist.id, moment)
    numbers = _numbers(connection, actor)
    electrician, driver = (numbers[name] for name, _post, _since in SHOP[:2])
    ends, licensed = diary.today + ENDS, diary.today + timedelta(days=700)
    inspected = diary.today + timedelta(days=55)
    act(
        connection,
        machinist,
        moment,
        CertificateAdded(electrician, "low_voltage", Family.SPECIAL, "T37-0612", later(ends, -6), ends),
        CertificateAdded(driver, "forklift", Family.OPERATOR, "N1-2087", later(licensed, -4), licensed),
        CertificateAdded(None, "forklift_itself", Family.EQUIPMENT, review=inspected, place="南门装卸区"),
    )
