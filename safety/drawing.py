"""Draws the life of a hazard from its table, as it stands in docs/hazards.md: `python -m safety.drawing` prints it."""

import sys

from safety.hazards import LISTED, NEEDS, OPEN, TRANSITIONS, WHO, HazardAction, Party

_LETTERS = {Party.ENTERPRISE: "E", Party.SECOND: "2", Party.REPORTER: "R", Party.SUPERVISOR: "S"}


def diagram() -> str:
    """States and the actions that lead from one to another, as a Mermaid state diagram."""
    lines = [
        "```mermaid",
        "stateDiagram-v2",
        "    [*] --> found",
        "    [*] --> reported",
        "    [*] --> review",
    ]
    for state, actions in TRANSITIONS.items():
        ends: dict[str, list[str]] = {}
        for action, end in actions.items():
            if end is not state:
                ends.setdefault(end.value, []).append(action.value)
        lines += [f"    {state.value} --> {end}: {', '.join(names)}" for end, names in ends.items()]
    lines += [f"    {state.value} --> [*]" for state in TRANSITIONS if state not in OPEN]
    return "\n".join([*lines, "```"])


def rules() -> str:
    """Who may do what by hand, and what it needs; where a major hazard differs, that stands behind the stroke."""
    lines = [
        "| action | in | who (general / major) | needs (general / major) | while listed |",
        "|---|---|---|---|---|",
    ]
    for action, (general, major) in WHO.items():
        states = ", ".join(state.value for state, actions in TRANSITIONS.items() if action in actions)
        who = _both(_hands(general), _hands(major))
        listed = {True: "only", False: "never", None: "–"}[LISTED.get(action)]
        lines.append(f"| {action.value} | {states} | {who} | {_wants(action)} | {listed} |")
    return "\n".join(lines)


def _hands(parties: frozenset[Party]) -> str:
    return "".join(sorted(_LETTERS[one] for one in parties)) or "–"


def _wants(action: HazardAction) -> str:
    general, major = NEEDS.get(action, (frozenset(), frozenset()))
    return _both(", ".join(sorted(general)) or "–", ", ".join(sorted(major)) or "–")


def _both(general: str, major: str) -> str:
    return general if general == major else f"{general} / {major}"


if __name__ == "__main__":
    sys.stdout.write(f"{diagram()}\n\n{rules()}\n")
