"""Words of an article with the terms of the query marked. What was read is escaped first, then marked."""

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from articles.search.text import spans

# Two lines beside the date and the tags.
LENGTH = 90
LEAD = 24
SENTENCE_ENDS = "。！？；\n"


def marked(text: str, needles: tuple[str, ...]) -> SafeString:
    """Return the text as HTML, each folded needle that it holds in <mark>."""
    return _marked(text, spans(text, needles) if needles else [])


def snippet(body: str, needles: tuple[str, ...], length: int = LENGTH) -> SafeString:
    """Return `length` characters of the body as HTML, from the sentence of its first hit, or from its beginning."""
    found = spans(body, needles) if needles else []
    start = _beginning(body, found[0][0], length) if found else 0
    end = min(start + length, len(body))
    window = [(max(a, start) - start, min(b, end) - start) for a, b in found if a < end and b > start]
    text = body[start:end].replace("\n", " ")
    return mark_safe(  # noqa: S308 - _marked escapes whatever the article holds
        ("……" if start else "") + _marked(text, window) + ("……" if end < len(body) else "")
    )


def _beginning(body: str, hit: int, length: int) -> int:
    """Where the sentence of the hit begins, if that is near; else shortly before the hit, or the body's beginning."""
    near = max(0, hit - LEAD)
    ends = [body.rfind(end, near, hit) for end in SENTENCE_ENDS]
    if max(ends) >= 0:
        return max(ends) + 1
    return near if hit > length // 2 else 0


def _marked(text: str, found: list[tuple[int, int]]) -> SafeString:
    parts, done = [], 0
    for start, end in found:
        parts += [escape(text[done:start]), "<mark>", escape(text[start:end]), "</mark>"]
        done = end
    return mark_safe("".join([*parts, escape(text[done:])]))  # noqa: S308 - each part is escaped above
