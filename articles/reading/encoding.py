"""Bytes to text: a strict chain that would rather refuse a file than read it wrongly.

Order: byte order mark, UTF-16 by its NUL pattern, UTF-8, then GB18030 and Big5 judged by how common their characters
are. GB18030 accepts nearly any bytes, so that decoding alone proves nothing: a Chinese newspaper page keeps about 95 %
of its characters in the common half of GB 2312 (level 1) or of Big5 (level 1), mojibake under 70 %.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Callable

from articles.reading.records import Decoded

# A page of a broadsheet holds under 50 kB of text; twenty times that is no page.
MAX_BYTES = 1_000_000
MAX_LINES = 60_000
SAMPLE = 20_000
PLAUSIBLE = 0.85
DOUBTFUL = 0.65
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MAGIC = (b"\x89PNG", b"%PDF", b"PK\x03\x04", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"\x7fELF")


class UnreadableText(ValueError):
    """The bytes are no readable page; str() says why in one line."""


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The text of a page file with line feeds only, counted as str.splitlines() counts lines.

    `encoding` overrides the chain. Raises UnreadableText when the file is empty, blank, binary, too large, or not
    decodable without loss. Linear in the input; memory at most about twelve times its size.
    """
    _refuse_at_sight(data)
    decoded = _with(data, encoding) if encoding else _by_chain(data)
    lines = decoded.text.splitlines()
    if len(lines) > MAX_LINES:
        raise UnreadableText(f"the file has too many lines for a page: {len(lines)}, at most {MAX_LINES} are read")
    text = "\n".join(lines)
    _refuse_text(text)
    return Decoded(text, decoded.encoding, decoded.reason, decoded.confidence)


def _refuse_at_sight(data: bytes) -> None:
    if not data:
        raise UnreadableText("the file is empty")
    if len(data) > MAX_BYTES:
        raise UnreadableText(f"the file is too large for a page: {len(data)} bytes, at most {MAX_BYTES} are read")
    if data.startswith(MAGIC):
        raise UnreadableText("the file is binary, not text")


def _refuse_text(text: str) -> None:
    if "\0" in text:
        raise UnreadableText("the text contains NUL characters: the file is binary or damaged")
    if not any(_is_ink(c) for c in text):
        raise UnreadableText("the file holds only blanks")
    controls = sum(1 for c in text if c < " " and c not in "\n\t")
    if controls * 100 > len(text):
        raise UnreadableText("the file is binary, not text: too many control characters")


def _is_ink(char: str) -> bool:
    return not char.isspace() and unicodedata.category(char) not in ("Cc", "Cf")


def _with(data: bytes, encoding: str) -> Decoded:
    try:
        name = codecs.lookup(encoding).name
        text = data.decode(name)
    except LookupError:
        raise UnreadableText(f"unknown encoding {encoding!r}") from None
    except (UnicodeError, ValueError):
        raise UnreadableText(f"the bytes are not valid {encoding}") from None
    if not isinstance(text, str):
        raise UnreadableText(f"{encoding!r} is no text encoding")
    return Decoded(text.removeprefix("\ufeff"), name, "given by the operator", 1.0)


def _by_chain(data: bytes) -> Decoded:
    for bom, name in BOMS:
        if data.startswith(bom):
            return _after_bom(data[len(bom) :], name)
    if b"\0" in data:
        return _utf16_without_bom(data)
    text = _strictly(data, "utf-8")
    if text is not None:
        return Decoded(text, "utf-8", "valid UTF-8", 1.0)
    return _double_byte(data)


def _after_bom(data: bytes, name: str) -> Decoded:
    text = _strictly(data, name)
    if text is None:
        raise UnreadableText(f"the byte order mark says {name}, but the bytes are not valid {name}")
    return Decoded(text, name, "byte order mark", 1.0)


def _utf16_without_bom(data: bytes) -> Decoded:
    """Line feeds and digits leave NULs on one side of each pair: even places mean big-endian."""
    name = "utf-16-be" if data[::2].count(0) > data[1::2].count(0) else "utf-16-le"
    text = _strictly(data, name)
    score = commonness(text, _gb_common) if text is not None else 0.0
    if text is None or score < DOUBTFUL:
        raise UnreadableText("the bytes contain NULs: the file is binary or damaged")
    return Decoded(text, name, f"NUL pattern of {name}, {score:.0%} common characters", score)


def _double_byte(data: bytes) -> Decoded:
    found: list[Decoded] = []
    for name, is_common in (("gb18030", _gb_common), ("big5", _big5_common), ("utf-16-le", _gb_common)):
        text = _strictly(data, name)
        score = commonness(text, is_common) if text is not None else 0.0
        if text is not None and score >= DOUBTFUL:
            found.append(Decoded(text, name, f"valid {name}, {score:.0%} common characters", round(score, 3)))
        if score >= PLAUSIBLE:
            return found[-1]
    if found:
        return max(found, key=lambda d: d.confidence)
    raise UnreadableText("the bytes are neither UTF-8 nor plausible GB18030 or Big5")


def _strictly(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None


def commonness(text: str, is_common: Callable[[str], bool]) -> float:
    """Share of common ones among the first characters of a text that are not ASCII; 1.0 when there are none."""
    wide = [c for c in text[:SAMPLE] if c > "\x7f"]
    return sum(map(is_common, wide)) / len(wide) if wide else 1.0


def _gb_common(char: str) -> bool:
    """GB 2312 level 1 (3,755 characters by frequency of use) or its punctuation, or a common traditional form."""
    code = char.encode("gb2312", "replace")
    return len(code) == 2 and (code[0] < 0xA9 or 0xB0 <= code[0] < 0xD8) or _big5_common(char)


def _big5_common(char: str) -> bool:
    """Big5 level 1 (5,401 characters by frequency of use) or its punctuation."""
    code = char.encode("big5", "replace")
    return len(code) == 2 and code[0] < 0xC7
