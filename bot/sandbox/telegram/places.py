"""Places that people share: where they are, live or not, a pin, a spot of the map with its name; and moving on."""

from dataclasses import dataclass

from bot.sandbox.telegram.chats import Message
from bot.sandbox.telegram.errors import Impossible
from bot.sandbox.telegram.hands import Hands
from bot.sandbox.telegram.shapes import Json

LONGEST = 86_400  # seconds a live place may be shared


@dataclass(frozen=True, slots=True)
class Spot:
    """Degrees; `accuracy` in metres, `live` in seconds (0: not live), the name and address of a venue."""

    lat: float
    lon: float
    accuracy: float | None = None
    live: int = 0
    title: str = ""
    address: str = ""

    def content(self) -> Json:
        """The content of the message."""
        if not (abs(self.lat) <= 90 and abs(self.lon) <= 180):  # noqa: PLR2004 - degrees
            raise Impossible("there is no such place")
        location: Json = {"latitude": self.lat, "longitude": self.lon}
        location |= {"horizontal_accuracy": self.accuracy} if self.accuracy is not None else {}
        location |= {"live_period": min(self.live, LONGEST)} if self.live else {}
        venue = {"location": location, "title": self.title, "address": self.address or "—"}
        return {"location": location} | ({"venue": venue} if self.title else {})


def share(hands: Hands, person: int, spot: Spot, chat: int | None = None) -> Message:
    """Send a place."""
    return hands.post(hands.deed(person, chat), spot.content())


def move(hands: Hands, person: int, message_id: int, spot: Spot, chat: int | None = None) -> Message:
    """Walk on while a place is shared live: the message changes, as a phone does it every half minute."""
    deed = hands.deed(person, chat)
    message = deed.history.messages.get(message_id)
    if message is None or message.author != person or "live_period" not in message.body.get("location", {}):
        raise Impossible("only a place that one shares live moves on")
    place = spot.content()["location"] | {"live_period": message.body["location"]["live_period"]}
    return hands.replace(deed, message, {"location": place})
