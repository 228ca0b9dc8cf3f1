"""People's words made harmless for a message: nothing hidden, nothing reordered, no link, mention or command comes to life."""

import re

# Characters that hide, reorder or break text: controls, bidi marks, zero width, surrogates, tags.
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
# What the platform would turn into a link by itself: addresses, mentions, tags, commands.
LINKS = re.compile(r"(?<=\w)\.(?=[^\W\d]{2})|:(?=//)|[@#](?=\w)|(?<![\w/])/(?=[A-Za-z])")
WORD_JOINER = "\u2060"


def clean(text: str, longest: int) -> str:
    """Text from a person in one line, without hidden characters, cut honestly."""
    whole = " ".join(HIDDEN.sub("", text).split())
    return whole if len(whole) <= longest else whole[: longest - 1] + "…"


def unlinked(text: str) -> str:
    """The text with an unseen mark wherever a link would begin."""
    return LINKS.sub(lambda found: found.group() + WORD_JOINER, text)
