"""The records that reading returns: frozen, plain, independent of any database.

Offsets count characters of an article's body, which is its paragraphs joined by "\\n". Line numbers are those of
the raw file, from 1, both ends included. A place is named by its path, as in 山西省/晋中市/左权县/麻田镇/泽城村.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

LineRange = tuple[int, int]
# The rule of people whose names the tagger alone vouches for.
TAGGER = "tagger"


@dataclass(frozen=True, slots=True)
class Span:
    """Where something stands in a body: [start, end) in characters, and the text found there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Contributor:
    """One name of a byline, with its role as printed: 记者, 通讯员, 实习生, 作者, 摄 …"""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Crosshead:
    """An inner heading: it stands before the paragraph with this index (from 0) and is none itself."""

    text: str
    before: int


@dataclass(frozen=True, slots=True)
class PostHeld:
    """A post as one sentence gives it: the words printed, the full title, the jurisdiction's path."""

    text: str
    resolved: str
    place: str | None
    organ: str
    span: Span
    rule: str
    confidence: float
    former: bool = False
    acting: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A person of one article. role: official executive expert citizen reporter photographer historical."""

    name: str
    role: str
    posts: tuple[PostHeld, ...]
    mentions: tuple[Span, ...]
    rule: str
    confidence: float

    @property
    def is_unconfirmed(self) -> bool:
        """Whether the tagger alone takes this for a name: no fact that the public is shown."""
        return self.rule == TAGGER


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place name of one article. kind: admin site region embedded; resolved is a path or None."""

    text: str
    resolved: str | None
    kind: str
    mentions: tuple[Span, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy document named in one article; short is the name that the article goes on with."""

    title: str
    short: str | None
    issuer: str | None
    level: str | None
    mentions: tuple[Span, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its meaning: value in the base unit (元, 人, 亩 …); span covers the printed number."""

    label: str
    value: float
    unit: str
    span: Span


@dataclass(frozen=True, slots=True)
class Project:
    """A named thing being built, bought or brought in. stage is one of STAGES; place is a path or None."""

    name: str
    place: str | None
    owner: str | None
    investment_yuan: int | None
    stage: str
    stage_span: Span | None
    figures: tuple[Figure, ...]
    mentions: tuple[Span, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of FORMAT's list, its score, and the words that decided."""

    name: str
    score: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventDate:
    """A day, month or year that the text names, as [first, last] day; precision: day month year. again: where once more."""

    first: date
    last: date
    precision: str
    span: Span
    again: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """What a person is reported to have said. role is the person's; direct means printed in “…” throughout.

    words are the words said, in one run or in two with the speaker between; span covers them and the speaker.
    """

    speaker: str
    role: str
    verb: str
    direct: bool
    words: tuple[Span, ...]
    span: Span
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a visit led: place is the path of a place, or None for a site known by its printed words only."""

    place: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Companion:
    """Someone on a visit beside the one it is told of. part: lead for who goes as an equal, companion for who is along."""

    name: str
    role: str
    part: str
    span: Span


@dataclass(frozen=True, slots=True)
class Visit:
    """That an official went somewhere. date is the day told, None where none is; spans are the clauses that tell it."""

    official: str
    date: EventDate | None
    stops: tuple[Stop, ...]
    companions: tuple[Companion, ...]
    mentions: tuple[Span, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Facts:
    """All that was found in one article."""

    people: tuple[Person, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    primary_places: tuple[str, ...] = ()
    policies: tuple[Policy, ...] = ()
    projects: tuple[Project, ...] = ()
    topics: tuple[Topic, ...] = ()
    event_dates: tuple[EventDate, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    visits: tuple[Visit, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleText:
    """One article as splitting leaves it, before facts are sought.

    offsets pairs each run of body characters with its raw line: ((0, 6), (19, 8)) says that body[0:19] stands on
    raw line 6 and what follows, up to the next pair, on line 8.
    """

    kind: str
    section: str | None
    kicker: str | None
    headline: str | None
    subhead: str | None
    byline: tuple[Contributor, ...]
    paragraphs: tuple[str, ...]
    crossheads: tuple[Crosshead, ...]
    body_lines: tuple[LineRange, ...]
    headline_lines: tuple[LineRange, ...]
    offsets: tuple[tuple[int, int], ...]
    confidence: float
    reasons: tuple[str, ...]
    continued_on: int | None = None
    continued_from: int | None = None
    reprint_of: str | None = None

    @property
    def body(self) -> str:
        """The paragraphs joined by a line feed; every offset counts in it."""
        return "\n".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class Furniture:
    """Lines that belong to no article. kind: section label, page label, masthead, editors, caption, noise."""

    lines: LineRange
    kind: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a page comes from; what is not known is None. how says what decided each field."""

    paper: str | None = None
    home_place: str | None = None
    date: date | None = None
    page: int | None = None
    how: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text with line feeds only, the encoding it was read in, why, and how sure that is."""

    text: str
    encoding: str
    reason: str
    confidence: float


@dataclass(frozen=True, slots=True)
class SplitPage:
    """A page cut into articles and furniture: every non-blank line has exactly one owner."""

    articles: tuple[ArticleText, ...]
    furniture: tuple[Furniture, ...]


@dataclass(frozen=True, slots=True)
class ArticleReading:
    """An article's text with its facts."""

    text: ArticleText
    facts: Facts = field(default_factory=Facts)


@dataclass(frozen=True, slots=True)
class Variant:
    """One term that a page writes in two ways, the rarer first; which is right is not said.

    article and other are the indices of the articles where they stand; span is the rarer one's, None in a heading.
    """

    terms: tuple[str, str]
    article: int
    span: Span | None
    other: int


@dataclass(frozen=True, slots=True)
class PageReading:
    """What read_page returns for one page."""

    source: Source
    articles: tuple[ArticleReading, ...]
    furniture: tuple[Furniture, ...]
    variants: tuple[Variant, ...] = ()


KINDS = ("news", "interview", "photo", "column_note", "commentary", "signed_article", "brief", "feature")
STAGES = (
    "planned",
    "signed",
    "approved",
    "started",
    "under_construction",
    "trial",
    "completed",
    "operating",
    "suspended",
    "cancelled",
    "unknown",
)
