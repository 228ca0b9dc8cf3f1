"""What the rows of an exported table are, and the file somebody gets."""

from enum import StrEnum


class Exported(StrEnum):
    """What the rows of a table are. A list of each can be narrowed down by something of its own (bot/exports/kinds.py)."""

    HAZARDS = "hazards"  # safety.lists.Sieve
    CHECKS = "checks"  # safety.check_lists.CheckSieve
    ENTERPRISES = "enterprises"  # safety.queries.Query
    INSPECTIONS = "inspections"
    PERSONAL = "personal"  # what is kept about who asks
    AUDIT = "audit"  # safety.audits.AuditSieve
    SEND_UP = "send_up"  # the archive of a quarter: {"quarter": "2026-Q3"}
    CHART = "chart"  # no rows: the picture of twelve weeks
    REPORT = "report"  # no rows: the monthly report


class FileForm(StrEnum):
    """The file somebody gets."""

    XLSX = "xlsx"
    CSV = "csv"
    PNG = "png"
    PDF = "pdf"
    ZIP = "zip"
