"""Text in the two languages of the product. zh-CN is the source, en stands complete beside it."""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """A language the product speaks; the value is also the name of its locale folder."""

    ZH = "zh-CN"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Words:
    """One piece of content in both languages."""

    zh: str
    en: str

    def to(self, language: Language) -> str:
        """Return the text in one language."""
        return self.zh if language is Language.ZH else self.en
