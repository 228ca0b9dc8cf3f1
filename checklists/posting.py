"""Checks of posts and certificates: a post needs kinds that there are and that somebody holds; a review comes before the end."""

from collections.abc import Iterator

from checklists.certificates import CertificateRules
from checklists.issues import Issue, issue, meant
from checklists.tree import Path, Tree


def check_posts(sheet: CertificateRules, tree: Tree) -> Iterator[Issue]:
    """Check rules/certificates.yaml."""
    held = [one.id for one in sheet.kinds if one.family.personal]
    for place, post in enumerate(sheet.posts):
        for where, name in enumerate(post.needs):
            if name not in held:
                path: Path = ("posts", place, "needs", where)
                yield issue("unknown-certificate", tree.file, tree.line(path), meant(name, held), id=name)
    for place, kind in enumerate(sheet.kinds):
        if kind.years and kind.review_years and kind.review_years >= kind.years:
            line = tree.line(("kinds", place, "review_years"))
            yield issue("review-late", tree.file, line, id=kind.id)
