"""Shares in whole per cent, as every screen of coverage says them."""

ALL = 100


def percent(part: int, whole: int) -> int:
    """Of a hundred, rounded down, so that 100 means all; 100 where there is nothing to reach."""
    return ALL * part // whole if whole else ALL
