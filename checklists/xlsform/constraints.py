"""`constraint` into what a question accepts: ranges, days, lengths, patterns, an answer that excludes the others."""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from checklists.xlsform.conditions import bound
from checklists.xlsform.left import NotTakenError
from checklists.xlsform.xpath import Call, Node, NotReadError, Op, Ref, Self, parse, shown

Plain = dict[str, Any]
_TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "!=": "!="}


def rules_of(expression: str, kind: str, *, whole: bool, values: Mapping[str, str]) -> Plain:
    """The fields that say the same as a constraint. Raises NotTakenError with the part that cannot be said.

    `values`: the option values by the names they have in the form. `alone` holds the values that exclude all others.
    """
    if not expression.strip():
        return {}
    try:
        parts = list(_conjuncts(parse(expression)))
    except NotReadError as error:
        raise NotTakenError("constraint", str(error)) from None
    rules: Plain = {}
    for part in parts:
        _add(rules, _rule(part, kind, whole=whole, values=values))
    return rules


def _add(rules: Plain, more: Plain) -> None:
    """Both have to hold: the tighter bound stays."""
    for key, value in more.items():
        if key == "alone":
            rules[key] = [*rules.get(key, []), *value]
        elif key == "pattern" and key in rules:
            raise NotTakenError("constraint", value)
        elif key in rules:
            rules[key] = max(rules[key], value) if key == "minimum" else min(rules[key], value)
        else:
            rules[key] = value


def _conjuncts(node: Node) -> Iterator[Node]:
    if isinstance(node, Op) and node.sign == "and":
        yield from _conjuncts(node.left)
        yield from _conjuncts(node.right)
    else:
        yield node


def _rule(node: Node, kind: str, *, whole: bool, values: Mapping[str, str]) -> Plain:
    rules: dict[str, Callable[[], Plain | None]] = {
        "number": lambda: _range(node, whole=whole),
        "date": lambda: _days(node),
        "text": lambda: _length(node),
        "code": lambda: _length(node),
        "multi": lambda: _alone(node, values),
    }
    if node == Call("true", ()):
        return {}
    found = rules[kind]() if kind in rules else None
    if found is None:
        raise NotTakenError("constraint", shown(node))
    return found


def _sides(node: Node) -> tuple[Node, str, Node] | None:
    """A comparison with what is checked on its left."""
    if not isinstance(node, Op) or node.sign not in _TURNED:
        return None
    if _own(node.left):
        return node.left, node.sign, node.right
    return (node.right, _TURNED[node.sign], node.left) if _own(node.right) else None


def _own(node: Node) -> bool:
    return isinstance(node, Self) or (isinstance(node, Call) and node.args == (Self(),))


def _range(node: Node, *, whole: bool) -> Plain | None:
    match _sides(node):
        case Self(), ("<" | "<=" | ">" | ">=" | "=") as sign, Decimal() as number:
            limits = bound(sign, number, whole=whole)
            return {
                {"at_least": "minimum", "at_most": "maximum"}[key]: value for key, value in limits.items()
            }
        case Self(), _, Ref() | Op():
            raise NotTakenError("two-answers", shown(node))
    return None


def _days(node: Node) -> Plain | None:
    """Days before or after today; a fixed day would need another text every year."""
    match _sides(node):
        case Self(), "<=", other:
            ahead = _from_today(other)
            return {"ahead_days": ahead} if ahead is not None and ahead >= 0 else None
        case Self(), ">=", other:
            ahead = _from_today(other)
            return {"oldest_days": -ahead} if ahead is not None and ahead <= 0 else None
    return None


def _from_today(node: Node) -> int | None:
    match node:
        case Call("today" | "now", ()):
            return 0
        case Call("date" | "number" | "int", (inner,)):
            return _from_today(inner)
        case Op(("+" | "-") as sign, Call("today" | "now", ()), Decimal() as days) if days == int(days):
            return int(days) if sign == "+" else -int(days)
    return None


def _length(node: Node) -> Plain | None:
    match _sides(node):
        case Call("string-length", (Self(),)), ("<" | "<=") as sign, Decimal() as number:
            return {"longest": int(number) - (sign == "<")}
        case Call("string-length", (Self(),)), "=", Decimal() as number if 0 < number < 100:  # noqa: PLR2004 - as long as a code may be
            return {"pattern": f".{{{int(number)}}}"}
    match node:
        case Call("regex", (Self(), str(pattern))):
            return {"pattern": _pattern(pattern)}
    return None


def _pattern(written: str) -> str:
    """The same pattern without marks of beginning and end, which a code has anyway."""
    plain = written.removeprefix("^").removesuffix("$")
    try:
        re.compile(plain)
    except re.error:
        raise NotTakenError("pattern", written) from None
    return plain


def _alone(node: Node, values: Mapping[str, str]) -> Plain | None:
    """One answer that excludes the others, in the ways in which people write it."""
    match node:
        case Call("not", (Op("and", one, other),)):
            return _excludes(one, other, values)
        case Op("or", Call("not", (Call("selected", (Self(), str(name))),)), other) if _only_one(other):
            return _named(name, values)
        case Op("or", other, Call("not", (Call("selected", (Self(), str(name))),))) if _only_one(other):
            return _named(name, values)
        case Call("if", (Call("selected", (Self(), str(name))), other, Call("true", ()))) if _only_one(other):
            return _named(name, values)
    return None


def _excludes(one: Node, other: Node, values: Mapping[str, str]) -> Plain | None:
    match one, other:
        case Call("selected", (Self(), str(name))), more if _more_than_one(more):
            return _named(name, values)
        case more, Call("selected", (Self(), str(name))) if _more_than_one(more):
            return _named(name, values)
    return None


def _only_one(node: Node) -> bool:
    match _sides(node):
        case Call("count-selected", (Self(),)), "=" | "<=", Decimal() as number:
            return number == 1
    return False


def _more_than_one(node: Node) -> bool:
    match _sides(node):
        case Call("count-selected", (Self(),)), (">" | ">=") as sign, Decimal() as number:
            return (sign, number) in {(">", Decimal(1)), (">=", Decimal(2))}
    return False


def _named(name: str, values: Mapping[str, str]) -> Plain | None:
    return {"alone": [values[name]]} if name in values else None
