"""Photos of a made-up district: small pictures, each one's bytes its own, lying where our copies lie."""

import hashlib
import io
from pathlib import Path

from PIL import Image

from bot.demo.brush import Stage
from bot.demo.photos import SCENES, draw
from bot.shelf import name_of
from storage.media import Copy

SIZE = (192, 144)
QUALITY = 45
MARKER = b"\xff\xfe"  # a comment in a JPEG


class Album:
    """Makes copies; writes them to disk when there is a folder to write to."""

    def __init__(self, folder: Path | None) -> None:
        self._media = None if folder is None else folder / "media"
        self._pictures = [
            _small(scene, stage) for scene in list(SCENES)[:6] for stage in (Stage.BEFORE, Stage.AFTER)
        ]
        self._made = 0

    def copy(self) -> Copy:
        """One more photo that nobody has sent before."""
        self._made += 1
        content = _marked(self._pictures[self._made % len(self._pictures)], self._made)
        digest = hashlib.sha256(content).hexdigest()
        if self._media is not None:
            path = self._media / name_of(digest)
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.write_bytes(content)
        return Copy(name_of(digest), digest, len(content), *SIZE, plain=False)


def _small(scene: str, stage: Stage) -> bytes:
    whole = Image.open(io.BytesIO(draw(scene, stage))).convert("RGB").resize(SIZE)
    kept = io.BytesIO()
    whole.save(kept, "JPEG", quality=QUALITY)
    return kept.getvalue()


def _marked(picture: bytes, number: int) -> bytes:
    """The picture with a number in it: other bytes, the same to look at."""
    note = f"anwen {number:08d}".encode()
    return picture[:2] + MARKER + (len(note) + 2).to_bytes(2, "big") + note + picture[2:]
