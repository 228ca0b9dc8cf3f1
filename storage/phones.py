"""Phone numbers as they are kept, compared and shown. Nothing here reads or writes the database."""

LOCAL = 11  # digits of a Chinese mobile number
COUNTRY = "86"


def digits(phone: str) -> str:
    """A phone number as digits only, the prefix +86 or 0086 of a mobile number taken off."""
    only = "".join(char for char in phone if char.isascii() and char.isdigit())
    for prefix in (COUNTRY, "00" + COUNTRY):
        if only.startswith(prefix) and len(only) == LOCAL + len(prefix):
            return only.removeprefix(prefix)
    return only


def masked(phone: str) -> str:
    """A phone number as others may read it: 138****1234."""
    return f"{phone[:3]}****{phone[-4:]}" if len(phone) >= LOCAL else f"****{phone[-2:]}"
