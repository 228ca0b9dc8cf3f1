"""Officers who stop everywhere: each one step further through a self-check than the one before. For dumps of a schema."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.routers import Speaker
from checklists.catalogue import Catalogue
from dialogs.codec import session_from_json
from dialogs.render import Texts
from dialogs.talk import State
from safety.enterprises import Colour
from safety.events import ConsentGiven, InvitationRedeemed
from safety.people import Role
from storage import content, enterprises, invitations, people, sessions
from storage.database import Database
from storage.enterprises import Entry, Listed
from storage.invitations import Place
from storage.record import record
from tests.phone import Exchange, Phone

FIRST = 800_001
FORM = "catering_gas"
FACTS = {"catering": True, "gas_lpg": True, "staff": 6}
LONGEST = 120  # steps of one self-check
FURTHER = {
    "ask": ("a0", "t1", "p0", "d1", "g3"),
    "sure": ("ok",),
    "bad": ("s", "ok", "l"),
    "photo": ("s", "ok", "l"),
}


@dataclass
class Life:
    """A district whose every enterprise has one officer."""

    exchange: Exchange
    phones: dict[int, Phone]

    def state(self, account: int) -> State:
        """Where an officer's conversation stands."""
        with self.exchange.database.reading() as connection:
            person = people.meet(connection, self.speaker(account), account, self.exchange.clock.now()).person
            place = sessions.load(connection, person)
        assert place is not None
        return session_from_json(place.state).state

    def speaker(self, account: int) -> Speaker:
        return Speaker(account, self.phones[account].name, None, "zh-hans")

    def further(self, account: int) -> bool:
        """One step on; False at the end. Bad answers now and then, so that there are hazards."""
        state = self.state(account)
        options = FURTHER.get(state.at)
        if options is None:
            return False
        phone = self.phones[account]
        buttons = [button["callback_data"] for row in phone.screen.rows for button in row]
        place = int(str(state.data["q"])[-2:])
        wanted = ("ok", "a1", *options) if place % 4 == 0 else ("ok", *options)
        for option in wanted:
            fitting = [data for data in buttons if data.endswith(f".{option}")]
            if fitting:
                phone.taps_data(fitting[0], phone.screen.number)
                return True
        phone.says("正常")
        return True


def live(database: Database, catalogue: Catalogue, texts: Texts) -> Life:
    """One officer a step of the whole way, and one who has submitted."""
    exchange = Exchange(database, catalogue, texts)
    life = Life(exchange, {})
    scout = join(life, FIRST)
    steps = sum(1 for _ in until_the_end(life, scout))
    submit(life, scout)
    for number in range(steps + 1):
        account = join(life, FIRST + 1 + number)
        for _ in range(number):
            life.further(account)
    return life


def until_the_end(life: Life, account: int) -> Iterator[None]:
    for _ in range(LONGEST):
        if not life.further(account):
            return
        yield
    raise AssertionError("the self-check does not end")


def submit(life: Life, account: int) -> None:
    """What blocks is completed by photos; then one tap."""
    phone = life.phones[account]
    for _ in range(LONGEST):
        if life.state(account).at == "receipt":
            return
        if life.state(account).at != "review":
            phone.photographs()
        elif any("提交" in label for label in phone.screen.labels):
            phone.taps_on("提交")
        else:
            phone.taps_on("先补")
    raise AssertionError("it cannot be submitted")


def join(life: Life, account: int) -> int:
    """An enterprise with its officer, at the first question."""
    exchange, number = life.exchange, account - FIRST + 1
    name, phone = f"第{number}餐馆", f"138{account:08d}"
    code = f"9137140000{number:08d}"
    entry = Entry(
        code, name, Colour.WHITE, "东镇", facts=FACTS, contacts=(Listed(f"员{number}", phone, Role.OFFICER),)
    )
    life.phones[account] = Phone(exchange, account, f"员{number}", phone)
    now = exchange.clock.now()
    with exchange.database.writing() as connection:
        enterprises.save(connection, [entry], now, "released")
        content.publish(connection, exchange.catalogue, now)
        place = Place(Role.OFFICER, enterprise=enterprises.by_code(connection, code))
        invitation = invitations.invite(connection, f"code-{account}-for-a-dump", place, now)
        actor = people.meet(connection, life.speaker(account), account, now)
        consent = ConsentGiven(exchange.catalogue.privacy.version)
        record(connection, actor, [consent, InvitationRedeemed(invitation, phone)], now, None)
    begin(life.phones[account], exchange.catalogue)
    return account


def begin(phone: Phone, catalogue: Catalogue) -> None:
    """From the menu to the first question."""
    phone.says("/start")
    phone.taps_on("自查")
    title = catalogue.checklists[FORM].title.zh
    number = next((line.split(".")[0] for line in phone.sees.splitlines() if title in line), None)
    if number is not None:
        phone.taps_on(number)
