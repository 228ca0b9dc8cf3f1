"""Writes down saved groups of enterprises: of an area, changed and deleted by anybody of it who may keep groups."""

from sqlalchemy import func, insert, select, update

from safety.errors import Refusal
from safety.events_groups import GroupDeleted, GroupSaved
from safety.groups import MOST, tidy
from safety.people import Right
from safety.queries import NOBODY, Query
from storage.groups import own
from storage.recording.turn import Turn, Written
from storage.scope import Reach, Scope, scope_of
from storage.tables.campaigns import groups


def group_saved(turn: Turn, event: GroupSaved) -> Written:
    """Under a name of its own in the area. Refusal without the right, without a name, or for a name that is taken."""
    scope, name, query = keeping(turn), tidy(event.name), Query.from_json(dict(event.query))
    if not name or query == NOBODY:
        raise Refusal("group-nameless")
    same = select(groups.c.id).where(own(scope), groups.c.name == name, groups.c.id != event.group)
    if turn.connection.execute(same).first() is not None:
        raise Refusal("group-taken", {"name": name})
    changed = {"name": name, "query": query.to_json(), "person": turn.actor.person, "saved_at": turn.now}
    if event.group:
        mine = (groups.c.id == event.group) & own(scope)
        if turn.connection.execute(update(groups).where(mine).values(changed)).rowcount != 1:
            raise Refusal("group-missing")
        return Written(f"group/{event.group}")
    held = select(func.count()).select_from(groups).where(own(scope))
    if turn.connection.execute(held).scalar_one() >= MOST:
        raise Refusal("group-many", {"n": MOST})
    row = {**changed, "area": scope.place}
    number = turn.connection.execute(insert(groups).values(row).returning(groups.c.id)).scalar_one()
    return Written(f"group/{number}", {"group": number})


def group_deleted(turn: Turn, event: GroupDeleted) -> Written:
    """Used no more. Refusal for one of another area, or one that is gone."""
    mine = (groups.c.id == event.group) & own(keeping(turn))
    gone = update(groups).where(mine).values(gone_at=turn.now)
    if turn.connection.execute(gone).rowcount != 1:
        raise Refusal("group-missing")
    return Written(f"group/{event.group}")


def keeping(turn: Turn) -> Scope:
    """The area whose groups the actor keeps."""
    scope = scope_of(turn.actor, Right.KEEP_GROUPS)
    if scope is None or scope.reach is Reach.ENTERPRISE:
        raise Refusal("not-allowed")
    return scope
