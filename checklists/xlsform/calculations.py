"""`calculation` into a calculated value: sums, differences, products, ratios, and counts of what holds."""

from decimal import Decimal
from typing import Any

from checklists.xlsform.conditions import Conditions
from checklists.xlsform.left import NotTakenError
from checklists.xlsform.xpath import Call, Node, NotReadError, Op, Ref, parse, shown

Plain = dict[str, Any]
_SIGNS = {"+": "sum", "-": "difference", "*": "product", "div": "ratio"}


def expression_of(text: str, conditions: Conditions) -> Plain:
    """The expression. Raises NotTakenError with the part that cannot be said."""
    try:
        return _of(parse(text), conditions)
    except NotReadError as error:
        raise NotTakenError("calculation", str(error)) from None


def _of(node: Node, conditions: Conditions) -> Plain:  # noqa: PLR0911 - one line a form
    match node:
        case Decimal():
            return {"number": node}
        case Ref(name):
            return _value(name, conditions)
        case Op(sign, left, right) if sign in _SIGNS:
            return _joined(_SIGNS[sign], _of(left, conditions), _of(right, conditions))
        case Call("sum", (Ref(name),)):
            return {"sum": [_value(name, conditions)]}
        case Call("number" | "int" | "round", (inner, *_)):
            return _of(inner, conditions)
        case Call("coalesce", (inner, Decimal() | "0")):
            return {"sum": [_of(inner, conditions)]}  # what is not asked adds nothing
        case Call("if", (test, yes, no)):
            return _either(test, _of(yes, conditions), _of(no, conditions), conditions)
    raise NotTakenError("calculation", shown(node))


def _joined(key: str, left: Plain, right: Plain) -> Plain:
    """Sums of sums and products of products are one."""
    flat = key in {"sum", "product"}
    parts = [part for side in (left, right) for part in (side[key] if flat and key in side else [side])]
    return {key: parts}


def _value(name: str, conditions: Conditions) -> Plain:
    """A number that was answered, worked out, or is a fact."""
    if name in conditions.facts:
        return {"fact": conditions.facts[name]}
    if name not in conditions.known:
        raise NotTakenError("condition-on-left" if name in conditions.gone else "later", name)
    asked = conditions.known[name]
    if asked.kind not in {"number", "calculated"}:
        raise NotTakenError("calculation", name)
    return {"answer": asked.id}


def _either(test: Node, yes: Plain, no: Plain, conditions: Conditions) -> Plain:
    """One value where something holds, another where it does not: each counted once or not at all."""
    when = conditions.read_node(test)
    if when is None:
        return yes
    holds, fails = {"count": [when]}, {"count": [when.get("not", {"not": when})]}
    parts = [_times(yes, holds), _times(no, fails)]
    kept = [part for part in parts if part is not None]
    if not kept:
        return {"number": Decimal(0)}
    return kept[0] if len(kept) == 1 else {"sum": kept}


def _times(value: Plain, count: Plain) -> Plain | None:
    if value == {"number": Decimal(0)}:
        return None
    return count if value == {"number": Decimal(1)} else {"product": [value, count]}
