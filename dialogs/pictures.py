"""Which photos can be used at all: said at once, by name, before anything is kept.

One of an album is taken in first and refused by a letter of its own: what the screen said to it would be gone with the next one.
"""

from dialogs.talk import Line, SentPhoto

LARGEST = 20_000_000  # bytes; the platform hands out nothing larger
READABLE = frozenset({"image/jpeg", "image/png", "image/webp"})


def unusable(photo: SentPhoto) -> Line | None:
    """Why a file cannot be used, said at once; None when it can, or came in an album."""
    if photo.album is not None:
        return None
    if photo.size is not None and photo.size > LARGEST:
        return Line("photo-too-large", {"mb": round(photo.size / 1_000_000)})
    if photo.as_file and photo.mime not in READABLE:
        return Line("photo-format", {"format": photo.mime.partition("/")[2]})
    return None
