"""Events of the audit: who has seen whose personal data. They name subjects (`join/12`, `contact/3`), never the data itself."""

from dataclasses import dataclass
from typing import ClassVar

from safety.audits import Personal
from safety.events import Event


@dataclass(frozen=True, slots=True)
class PersonalDataRead(Event):
    """A screen or a file has shown personal data to the actor (个人信息保护法 art. 51).

    about   whose it was: `person/7`, `join/12`, `contact/3`, `worker/5`, `responder/2`, `depot/4`, `incident/SG-…`, `enterprise/<code>`;
            the actor's own is not kept
    where   flow and step of the screen, filled in by the desk; or the kind of export
    rows    of an export
    """

    kind: ClassVar[str] = "audit:personal:read"
    what: Personal
    about: tuple[str, ...] = ()
    where: str = ""
    rows: int = 0
