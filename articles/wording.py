"""Why reading decided as it did, in the visitor's language. Reading itself gives its reasons in plain English."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from articles.models import Kind

# Listed so that translators meet them; a reason that is not shows as reading gave it.
KNOWN = (
    gettext_noop("starts with a dateline"),
    gettext_noop("no headline on the page"),
    gettext_noop("a caption with its credit"), gettext_noop("a caption"), gettext_noop("first text of the page"),
    gettext_noop("the headlines ask for a border here"), gettext_noop("ends with a byline or jump note"),
    gettext_noop("breaks off without a full stop"), gettext_noop("ends with a full stop"),
    gettext_noop("headline stands next to the text"), gettext_noop("a headline whose text is not on the page"),
    gettext_noop("an editor's note"), gettext_noop("questions and answers"),
    gettext_noop("labelled as comment"),
    gettext_noop("signed with a post"), gettext_noop("one or two short paragraphs"), gettext_noop("has a dateline"),
    gettext_noop("goes on from another page"), gettext_noop("starts with a date and an event"), gettext_noop("no dateline"),
    gettext_noop("goes on below another article"),
    gettext_noop("given by the operator"), gettext_noop("byte order mark"), gettext_noop("valid UTF-8"),
    gettext_noop("paper"), gettext_noop("date"), gettext_noop("page"), gettext_noop("home place"),
    gettext_noop("given"), gettext_noop("file name"), gettext_noop("masthead"), gettext_noop("paper's name"),
    # Signs of a border, as lexicon/border_weights names them.
    gettext_noop("dateline"), gettext_noop("text above is signed"), gettext_noop("salutation"),
    gettext_noop("byline between"), gettext_noop("plain page, blank of 1"), gettext_noop("double page, blank of 1"),
    gettext_noop("gapped page, blank of 2"), gettext_noop("note ends above"),
    gettext_noop("joined page, blank of 2"), gettext_noop("text above says who attended"),
    gettext_noop("joined page, blank of 1"), gettext_noop("speaks of the text above"), gettext_noop("scene first"),
    gettext_noop("plain page, blank of 2"), gettext_noop("anything between"), gettext_noop("notice"),
    gettext_noop("note label"), gettext_noop("date first"), gettext_noop("headline"),
    gettext_noop("double page, blank of 2"), gettext_noop("furniture between"), gettext_noop("wide blanks around"),
    gettext_noop("talk ends under a heading"), gettext_noop("other column"), gettext_noop("stray page, blank of 1"),
    gettext_noop("stray page, blank of 2"), gettext_noop("nearer to the text below"),
    gettext_noop("subhead with dash"), gettext_noop("wider than the column"),
    gettext_noop("headline of more lines"), gettext_noop("text above concludes"), gettext_noop("column label"),
    gettext_noop("no rare word shared"), gettext_noop("quotation first"), gettext_noop("bullet first"),
    gettext_noop("speaks of the text below"), gettext_noop("tight under the text"),
    gettext_noop("nearer to the text above"), gettext_noop("two blanks above"), gettext_noop("two blanks below"),
    gettext_noop("no first line"), gettext_noop("gapped page, blank of 1"),
    gettext_noop("talk ends"), gettext_noop("text above breaks off"), gettext_noop("a letter"),
    gettext_noop("new place first"), gettext_noop("date in the opening"), gettext_noop("learned from a source"),
    gettext_noop("notified"), gettext_noop("reads like a note"), gettext_noop("leads over to talk"),
    gettext_noop("credited"), gettext_noop("dated and credited"), gettext_noop("paragraph of another width"),
    gettext_noop("joined below a column"), gettext_noop("column below joined"), gettext_noop("evening above"),
    gettext_noop("says who the author is"), gettext_noop("a notice"), gettext_noop("a list"), gettext_noop("argues rather than reports"),
)  # fmt: skip
AGAINST = {
    "no headline on the page",
    "breaks off without a full stop",
    "a headline whose text is not on the page",
    "headline stands next to the text",
    "no dateline",
}
SHARES = "headline shares "
VALID, COMMON = "valid ", " common characters"


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason in words, and whether it speaks for or against the borders drawn."""

    text: str
    against: bool


def reasons(given: list[str]) -> list[Reason]:
    """Return an article's reasons in words."""
    return [Reason(in_words(reason), reason.rpartition(": ")[2] in AGAINST) for reason in given]


def in_words(reason: str) -> str:
    """Say one reason: a fixed phrase, “what: why”, the words a headline shares, or how an encoding was found."""
    if reason.startswith(SHARES):
        return _("headline and text share %(words)s") % {"words": reason.removeprefix(SHARES).replace(", ", "、")}
    if reason.startswith(VALID) and reason.endswith(COMMON):
        name, _comma, share = reason.removeprefix(VALID).removesuffix(COMMON).partition(", ")
        return _("valid %(name)s, %(share)s common characters") % {"name": name, "share": share}
    what, colon, why = reason.partition(": ")
    if colon:
        return f"{_phrase(what)}：{_phrase(why)}"
    return _phrase(reason)


def _phrase(text: str) -> str:
    if text in Kind.values:
        return str(Kind(text).label)
    # An empty msgid would give the catalogue's header.
    return _(text) if text else ""
