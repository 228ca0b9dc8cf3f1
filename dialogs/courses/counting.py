"""Minutes as hours of training (学时), as people read them."""

from decimal import ROUND_DOWN, Decimal

from dialogs.context import Context

TENTH = Decimal("0.1")


def hours(minutes: int, context: Context) -> Decimal:
    """Hours to one digit, never rounded up, a whole number without it."""
    exact = Decimal(minutes) / context.ledger.rules().training.hour_minutes
    shown = exact.quantize(TENTH, ROUND_DOWN)
    return shown.to_integral_value() if shown == shown.to_integral_value() else shown
