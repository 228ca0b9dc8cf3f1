"""How it came that a department answers for an enterprise: by the content's rule, by an imported list, by a supervisor's hand."""

from enum import StrEnum


class DepartmentBy(StrEnum):
    """What decided. A rule is worked out again whenever facts change; a list gives way to a hand."""

    RULE = "rule"
    LIST = "list"
    HAND = "hand"
