"""Checks the placeholders ({enterprise} …) in what all commitments share: known ones, the same in both languages."""

from checklists.documents import PLACEHOLDERS, CommitmentRules, placeholders
from checklists.issues import Issue, issue, meant
from checklists.tree import Tree


def check_placeholders(rules: CommitmentRules, tree: Tree, found: list[Issue]) -> None:
    """Check preamble and closing."""
    for key, words in (("preamble", rules.preamble), ("closing", rules.closing)):
        line = tree.line((key,))
        names = [_names(text) for text in (words.zh, words.en)]
        for name in sorted(set().union(*names) - set(PLACEHOLDERS)):
            guess = meant(name, PLACEHOLDERS)
            found.append(
                issue("placeholder-unknown", tree.file, line, guess, name=name, known=", ".join(PLACEHOLDERS))
            )
        uneven = sorted(names[0].symmetric_difference(names[1]))
        found.extend(issue("placeholder-uneven", tree.file, line, name=name) for name in uneven)


def _names(text: str) -> frozenset[str]:
    try:
        return placeholders(text)
    except ValueError:
        return frozenset({"{"})
