"""Makes the two fonts of the papers from a full Noto Sans CJK SC: `python -m bot.papers.subset NotoSansCJK-Regular.ttc`.

common   GB 2312 (6,763 characters), Latin, punctuation: enough for nearly every paper, small, so that it is read quickly
rare     every other Chinese character that the full font has, for names; read only when a paper needs one
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

from bot.papers.layout import FONTS

NAME = "Noto Sans CJK SC"
FULL_NAME = 4
MORE = "·•—–…“”‘’℃№×²³\u3000〔〕"
HAN = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x20000, 0x3FFFF))
NEEDLESS = ("vhea", "vmtx", "VORG", "BASE", "GPOS", "GSUB", "GDEF", "DSIG")  # we set lines from left to right


def main(path: str) -> None:
    """Write both."""
    have = set(_font(path).getBestCmap())
    common = {ord(one) for one in (*_gb2312(), *map(chr, range(32, 127)), *MORE)} & have
    han = {code for code in have if any(first <= code <= last for first, last in HAN)}
    _write(path, common, FONTS / "NotoSansCJKsc-common.otf")
    _write(path, han - common, FONTS / "NotoSansCJKsc-rare.otf")


def _gb2312() -> Iterator[str]:
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            yield from bytes([high, low]).decode("gb2312", "ignore")


def _font(path: str) -> TTFont:
    return next(font for font in TTCollection(path).fonts if font["name"].getDebugName(FULL_NAME) == NAME)


def _write(path: str, codes: set[int], target: Path) -> None:
    options = subset.Options()
    options.layout_features, options.hinting, options.recalc_timestamp = [], False, False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]  # the licence stays in it
    font, subsetter = _font(path), subset.Subsetter(options)
    subsetter.populate(unicodes=sorted(codes))
    subsetter.subset(font)
    for table in NEEDLESS:
        if table in font:
            del font[table]
    font.save(target)


if __name__ == "__main__":
    main(sys.argv[1])
