"""Lines about hours of training that several screens share."""

from dialogs.context import Context
from dialogs.courses.counting import hours
from dialogs.talk import Argument, Line
from dialogs.words import on_day
from safety.people import Role
from safety.training import Balance, Span


def span_line(name: str, span: Span, context: Context) -> Line:
    """What is wanted by when, what is there, what is missing."""
    args: dict[str, Argument] = {
        "wanted": hours(span.wanted, context),
        "have": hours(span.have, context),
        "missing": hours(span.missing, context),
        "by": on_day(span.by, context.today),
        "standing": standing(span, context),
    }
    return Line(name, args)


def standing(span: Span, context: Context) -> str:
    """Whole, late or open, as words choose by it."""
    if not span.missing:
        return "whole"
    return "late" if context.today > span.by else "open"


def balance_lines(found: Balance, context: Context) -> list[Line]:
    """The rule, the first hours, those of this year."""
    lines = [
        Line("hours-rule", {"title": found.rule.title}),
        span_line("hours-initial", found.initial, context),
    ]
    if found.yearly is not None:
        return [*lines, span_line("hours-yearly", found.yearly, context)]
    if found.rule.yearly and not found.initial.missing:
        lines.append(Line("hours-next-year", {"hours": found.rule.yearly}))
    return lines


def role_line(role: Role) -> Line:
    return Line("role", {"role": role.value})
