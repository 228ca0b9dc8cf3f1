"""`relevant` into conditions: which earlier answers and facts a row waits for. The other way round: exporting.py."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from checklists.xlsform.left import NotTakenError
from checklists.xlsform.xpath import Call, Node, NotReadError, Op, Ref, parse, shown

Plain = dict[str, Any]
_TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "!=": "!="}
FINEST = Decimal("0.001")  # what a number of ours is at most exact to
FIGURES = frozenset({"number", "calculated"})  # kinds that can be compared
ALWAYS, NEVER = object(), object()


@dataclass(frozen=True, slots=True)
class Known:
    """An earlier question: its id, its kind, and its answers by the name they have in the form."""

    id: str
    kind: str
    values: Mapping[str, str] = field(default_factory=dict)
    whole: bool = False


@dataclass(slots=True)
class Conditions:
    """What conditions may speak of: the questions so far, and the facts that stand in the form as questions."""

    known: dict[str, Known] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)  # name in the form -> fact
    gone: dict[str, str] = field(default_factory=dict)  # names that were left out, with the reason

    def read(self, expression: str) -> Plain | None:
        """The condition, None when it always holds. Raises NotTakenError."""
        if not expression.strip():
            return None
        try:
            return self.read_node(parse(_truth(expression)))
        except NotReadError as error:
            raise NotTakenError("expression", str(error)) from None

    def read_node(self, node: Node) -> Plain | None:
        """The same of an expression that was read already."""
        found = self._of(node)
        if found is NEVER:
            raise NotTakenError("never")
        return found if isinstance(found, dict) else None

    def _of(self, node: Node) -> Plain | object:
        if isinstance(node, Op):
            if node.sign in {"and", "or"}:
                return _joined(node.sign, self._of(node.left), self._of(node.right))
            return self._compared(node)
        if isinstance(node, Call):
            return self._called(node)
        if isinstance(node, Ref):
            return self._answered(node.name)
        raise NotTakenError("expression", shown(node))

    def _called(self, call: Call) -> Plain | object:
        match call:
            case Call("true", ()):
                return ALWAYS
            case Call("false", ()):
                return NEVER
            case Call("not", (inner,)):
                return _not(self._of(inner))
            case Call("selected", (Ref(name), str(value))):
                return self._in(name, value)
            case Call("string-length" | "boolean" | "count-selected" | "string", (Ref(name),)):
                return self._answered(name)
        raise NotTakenError("function", f"{call.name}()")

    def _compared(self, node: Op) -> Plain | object:
        left, sign, right = node.left, node.sign, node.right
        if not isinstance(left, Ref | Call) or (isinstance(left, Call) and isinstance(right, Ref)):
            left, sign, right = right, _TURNED.get(sign, sign), left
        if isinstance(left, Call) and left.name in {"number", "int", "string"} and len(left.args) == 1:
            left = left.args[0]  # a conversion changes nothing here
        match left, sign, right:
            case Ref(name), "=" | "!=", "":
                return _not(self._answered(name)) if sign == "=" else self._answered(name)
            case Ref(name), "=" | "!=", str() | Decimal():
                same = self._equal(name, right)
                return same if sign == "=" else _not(same)
            case Ref(name), "<" | "<=" | ">" | ">=", str() | Decimal():
                return self._beyond(name, sign, right)
            case Call("count-selected" | "string-length", (Ref(name),)), ">" | ">=" | "!=", Decimal():
                if (sign, right) in {(">", Decimal(0)), (">=", Decimal(1)), ("!=", Decimal(0))}:
                    return self._answered(name)
            case Ref(), _, Ref():
                raise NotTakenError("two-answers", f"{left.name} {sign} {right.name}")
            case Call("selected", _), "=", Call("true", ()):
                return self._called(left)
        raise NotTakenError("expression", f"{shown(left)} {sign} {shown(right)}")

    def _question(self, name: str) -> Known:
        if name in self.known:
            return self.known[name]
        raise NotTakenError("condition-on-left" if name in self.gone else "later", name)

    def _equal(self, name: str, value: str | Decimal) -> Plain | object:
        if name in self.facts:
            return self._fact(name, "=", value)
        asked = self._question(name)
        if asked.values:
            return self._in(name, str(value))
        number = _number(value)
        if asked.kind in FIGURES and number is not None:
            return {"answer": asked.id, "at_least": number, "at_most": number}
        raise NotTakenError("no-options", name)

    def _in(self, name: str, value: str) -> Plain | object:
        if name in self.facts:
            return self._fact(name, "=", value)
        asked = self._question(name)
        if not asked.values:
            raise NotTakenError("no-options", name)
        if value not in asked.values:
            raise NotTakenError("no-such-answer", f"{name} = {value}")
        return {"answer": asked.id, "in": [asked.values[value]]}

    def _beyond(self, name: str, sign: str, value: str | Decimal) -> Plain | object:
        """More or less than a number."""
        if name in self.facts:
            return self._fact(name, sign, value)
        asked, number = self._question(name), _number(value)
        if asked.kind not in FIGURES or number is None:
            return self._ordered(asked, sign, number, name)
        return {"answer": asked.id, **bound(sign, number, whole=asked.whole)}

    def _ordered(self, asked: Known, sign: str, number: Decimal | None, name: str) -> Plain:
        """Answers that are numbers themselves (a scale from 1 to 5): those beyond the limit."""
        numbers = {mark: _number(written) for written, mark in asked.values.items()}
        if number is None or not numbers or any(one is None for one in numbers.values()):
            raise NotTakenError("no-options", name)
        wanted = [mark for mark, one in numbers.items() if one is not None and _holds(one, sign, number)]
        if not wanted:
            raise NotTakenError("no-such-answer", f"{name} {sign} {number}")
        return {"answer": asked.id, "in": wanted}

    def _answered(self, name: str) -> Plain | object:
        """Answered at all: some option is chosen."""
        if name in self.facts:
            return {"fact": self.facts[name]}
        asked = self._question(name)
        if not asked.values:
            raise NotTakenError("answered", name)
        return {"answer": asked.id, "in": list(dict.fromkeys(asked.values.values()))}

    def _fact(self, name: str, sign: str, value: str | Decimal) -> Plain | object:
        fact = self.facts[name]
        if value in {"yes", "no"}:
            return {"fact": fact} if value == "yes" else {"not": {"fact": fact}}
        number = _number(value)
        if number is None:
            raise NotTakenError("no-such-answer", f"{name} = {value}")
        return {"fact": fact, **bound(sign, number, whole=False)}


def _holds(one: Decimal, sign: str, other: Decimal) -> bool:
    return {"<": one < other, "<=": one <= other, ">": one > other, ">=": one >= other}[sign]


def bound(sign: str, number: Decimal, *, whole: bool) -> Plain:
    """A limit with its own value in it."""
    step = Decimal(1) if whole else FINEST
    return {
        "=": {"at_least": number, "at_most": number},
        ">=": {"at_least": number},
        ">": {"at_least": number + step},
        "<=": {"at_most": number},
        "<": {"at_most": number - step},
    }[sign]


def _joined(sign: str, left: Plain | object, right: Plain | object) -> Plain | object:
    """Both, or one of both; what always or never holds falls away."""
    loses, wins = (ALWAYS, NEVER) if sign == "and" else (NEVER, ALWAYS)
    if wins in (left, right):
        return wins
    if loses in (left, right):
        return right if left is loses else left
    key = "all" if sign == "and" else "any"
    parts = [
        part
        for side in (left, right)
        for part in (side[key] if isinstance(side, dict) and key in side else [side])
    ]
    merged = _merged(parts) if key == "any" else parts
    return merged[0] if len(merged) == 1 else {key: merged}


def _merged(parts: list[Any]) -> list[Any]:
    """Several answers to one question are one list."""
    out: list[Any] = []
    for part in parts:
        same = next(
            (one for one in out if "in" in part and "in" in one and one["answer"] == part["answer"]), None
        )
        if same is not None:
            same["in"] = list(dict.fromkeys((*same["in"], *part["in"])))
        else:
            out.append(part)
    return out


def _not(inner: Plain | object) -> Plain | object:
    if inner is ALWAYS or inner is NEVER:
        return NEVER if inner is ALWAYS else ALWAYS
    return inner["not"] if isinstance(inner, dict) and "not" in inner else {"not": inner}


def _truth(expression: str) -> str:
    return {"yes": "true()", "true": "true()", "no": "false()", "false": "false()"}.get(
        expression.strip().lower(), expression
    )


def _number(value: str | Decimal) -> Decimal | None:
    if isinstance(value, Decimal):
        return value
    plain = value.strip()
    return Decimal(plain) if plain.lstrip("-").replace(".", "", 1).isdecimal() and plain.isascii() else None
