"""Where a term stands that a page may write in two ways: the texts of a page, and single characters in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.reading.records import ArticleReading, Span, Variant
from articles.reading.segmentation import cut

# How far the words around a character are looked at, on either side.
REACH = 8
# Characters that take each other's place on purpose, and those that join words rather than make them.
NUMBERS = frozenset("一二两三四五六七八九十百千万零〇几多每")
PARTICLES = frozenset("的地得他她它你您是在有还也就都又被把对从到和与及或以而之于等不了着过")


@dataclass(frozen=True, slots=True)
class Text:
    """A body, a heading or a byline of the article with this index."""

    article: int
    words: str
    is_body: bool


@dataclass(frozen=True, slots=True)
class Spot:
    """A character of a text."""

    text: Text
    at: int

    @property
    def char(self) -> str:
        """The character itself."""
        return self.text.words[self.at]

    def beside(self, steps: int) -> str:
        """The Chinese character so many steps away; nothing where there is none."""
        at = self.at + steps
        char = self.text.words[at] if 0 <= at < len(self.text.words) else ""
        return char if is_chinese(char) else ""

    def term(self, before: int, after: int) -> str:
        """The character with so many before and after it."""
        return self.text.words[self.at - before : self.at + after + 1]

    def word(self) -> tuple[int, int]:
        """How far the word that the character is part of reaches before and after it."""
        position = max(0, self.at - REACH)
        for word in cut(self.text.words[position : self.at + REACH]):
            if position + len(word) > self.at:
                return self.at - position, position + len(word) - 1 - self.at
            position += len(word)
        return 0, 0


def is_chinese(char: str) -> bool:
    """Whether this is one Chinese character."""
    return "\u3400" <= char <= "\u9fff"


def texts_of(articles: Sequence[ArticleReading]) -> Iterator[Text]:
    """Yield the body, the headings and the names of the byline of each article of a page."""
    for index, article in enumerate(articles):
        text = article.text
        yield Text(index, text.body, True)
        yield from (Text(index, head, False) for head in (text.kicker, text.headline, text.subhead) if head)
        yield Text(index, " ".join(one.name for one in text.byline), False)


def may_be_slip(one: str, other: str) -> bool:
    """Whether a character may stand by mistake for another, rather than on purpose."""
    return not ({one, other} <= NUMBERS or {one, other} & PARTICLES)


def variant_of(one: Spot, other: Spot, before: int, after: int, texts: Sequence[Text]) -> Variant:
    """Return the variant whose terms reach so far before and after the spots; of equally frequent ones `one` counts as rarer."""
    rare, common = sorted((one, other), key=lambda spot: _count(texts, spot.term(before, after)))
    span = Span(rare.at - before, rare.at + after + 1, rare.term(before, after)) if rare.text.is_body else None
    terms = (rare.term(before, after), common.term(before, after))
    return Variant(terms, rare.text.article, span, common.text.article)


def _count(texts: Sequence[Text], term: str) -> int:
    return sum(text.words.count(term) for text in texts)
