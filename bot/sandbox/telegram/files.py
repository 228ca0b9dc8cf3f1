"""Files that went through a chat: their bytes, ids and sizes, in memory or in a folder."""

import mimetypes
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from bot.sandbox.telegram.errors import bad_request
from bot.sandbox.telegram.numbers import Numbers
from bot.sandbox.telegram.pictures import Picture, renderings, thumbnail
from bot.sandbox.telegram.shapes import Json

FOLDERS = {
    "photo": "photos",
    "document": "documents",
    "sticker": "stickers",
    "voice": "voice",
    "video": "videos",
}


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file. A `size` larger than its bytes plays a huge file without holding it."""

    number: int
    id: str
    unique_id: str
    kind: str
    size: int
    path: str
    name: str = ""
    mime: str = ""
    width: int = 0
    height: int = 0

    def brief(self) -> Json:
        """The fields every Bot API file object has."""
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": self.size}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it comes in, from a bot or a person. `size` larger than the data plays a huge file."""

    data: bytes
    name: str = "file"
    mime: str = ""
    size: int | None = None

    @property
    def length(self) -> int:
        """How large it says it is."""
        return len(self.data) if self.size is None else self.size


class Files:
    """The store. `on_new` is told of every file, so that it can be kept in the journal."""

    def __init__(self, numbers: Numbers, folder: Path | None, on_new: Callable[[StoredFile], None]) -> None:
        self._numbers = numbers
        self._folder = folder
        self._on_new = on_new
        self._data: dict[int, bytes] = {}
        self.by_id: dict[str, StoredFile] = {}
        self.by_path: dict[str, StoredFile] = {}
        self.photos: dict[str, list[Json]] = {}
        self._last = 0
        self._sent_before: dict[str, Callable[[], bytes]] = {}

    def photo(self, upload: Upload) -> list[Json]:
        """Keep a photo; gives the list of PhotoSize, the largest last."""
        sizes = [self._size(picture) for picture in renderings(upload.data)]
        return self.remember_photo(sizes)

    def remember_photo(self, sizes: list[Json]) -> list[Json]:
        """Let each of its ids stand for the whole photo."""
        self.photos.update({size["file_id"]: sizes for size in sizes})
        return sizes

    def document(self, upload: Upload) -> Json:
        """Keep a file byte by byte; gives the Document."""
        mime = upload.mime or mimetypes.guess_type(upload.name)[0] or "application/octet-stream"
        stored = self._keep("document", upload, mime)
        body = {"file_name": stored.name, "mime_type": stored.mime, **stored.brief()}
        small = thumbnail(upload.data) if mime.startswith("image/") and upload.data else None
        return body | {"thumbnail": self._size(small)} if small else body

    def other(self, kind: str, upload: Upload) -> Json:
        """Keep a sticker, a voice message, a video; gives the common fields."""
        return self._keep(kind, upload, upload.mime).brief()

    def sent_before(self, photos: Mapping[str, Callable[[], bytes]]) -> None:
        """Photos that somebody had sent before this began, by their ids; each is drawn when it is asked for."""
        self._sent_before.update(photos)

    def find(self, file_id: str) -> StoredFile:
        """The file behind an id, or Telegram's refusal."""
        stored = self.by_id.get(file_id)
        if stored is None and file_id in self._sent_before:
            return self._developed(file_id)
        if stored is None:
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        return stored

    def read(self, stored: StoredFile) -> bytes:
        """The bytes."""
        if self._folder:
            return (self._folder / str(stored.number)).read_bytes()
        return self._data[stored.number]

    def put(self, stored: StoredFile) -> None:
        """Take a file that is kept already."""
        self.by_id[stored.id] = self.by_path[stored.path] = stored
        self._last = max(self._last, stored.number)

    def _developed(self, file_id: str) -> StoredFile:
        """A photo of before, kept from now on under the id it has always had."""
        picture = renderings(self._sent_before[file_id]())[-1]
        upload = Upload(picture.data, "photo.jpg", "image/jpeg")
        return self._keep("photo", upload, "image/jpeg", picture.width, picture.height, file_id)

    def _size(self, picture: Picture) -> Json:
        upload = Upload(picture.data, "photo.jpg", "image/jpeg")
        stored = self._keep("photo", upload, "image/jpeg", picture.width, picture.height)
        return {**stored.brief(), "width": picture.width, "height": picture.height}

    def _keep(
        self, kind: str, upload: Upload, mime: str, width: int = 0, height: int = 0, file_id: str = ""
    ) -> StoredFile:
        number = self._last + 1
        ending = Path(upload.name).suffix
        path = f"{FOLDERS.get(kind, 'files')}/file_{number}{ending}"
        ids = (file_id, file_id) if file_id else (self._numbers.reference(), self._numbers.short())
        stored = StoredFile(number, *ids, kind, upload.length, path, upload.name, mime, width, height)
        self._store(number, upload.data)
        self.put(stored)
        self._on_new(stored)
        return stored

    def _store(self, number: int, data: bytes) -> None:
        if self._folder:
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / str(number)).write_bytes(data)
        else:
            self._data[number] = data


def file_record(stored: StoredFile) -> Json:
    """What is kept of a file besides its bytes."""
    return asdict(stored)
