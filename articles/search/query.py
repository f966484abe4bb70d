"""What a visitor typed, as terms that must all occur. Nothing typed has any other meaning than itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.search.text import fold

LONGEST = 200
MOST_TERMS = 20
TERM = re.compile(r'"([^"]+)"|([^\s"]+)')
QUOTES = str.maketrans(dict.fromkeys("“”„‟＂「」『』", '"'))
INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ud800-\udfff\ufeff\ufffd]+")


@dataclass(frozen=True)
class Term:
    """A word or a quoted phrase: as typed, and folded for comparison."""

    typed: str
    needle: str

    def __str__(self) -> str:
        return f"“{self.typed}”" if " " in self.typed else self.typed


@dataclass(frozen=True)
class Query:
    """Terms that must all occur. cut says that the text was longer, or had more terms, than a query may have."""

    terms: tuple[Term, ...] = ()
    cut: bool = False

    def __bool__(self) -> bool:
        return bool(self.terms)

    def __str__(self) -> str:
        return " ".join(map(str, self.terms))

    @property
    def needles(self) -> tuple[str, ...]:
        """The folded terms."""
        return tuple(term.needle for term in self.terms)

    def without(self, term: Term) -> Query:
        """The query less one of its terms."""
        return Query(tuple(other for other in self.terms if other != term), self.cut)


def parse(text: str) -> Query:
    """Read a query: blanks part the terms, quotation marks hold a phrase together, a lone mark parts like a blank.

    At most 200 characters and 20 different terms are taken; control and invisible characters count as blanks.
    """
    visible = INVISIBLE.sub(" ", text[:LONGEST].translate(QUOTES))
    terms: dict[str, Term] = {}
    for phrase, word in TERM.findall(visible):
        typed = " ".join((phrase or word).split())
        needle = " ".join(fold(typed).split())
        if needle:
            terms.setdefault(needle, Term(typed, needle))
    return Query(tuple(terms.values())[:MOST_TERMS], cut=len(text) > LONGEST or len(terms) > MOST_TERMS)
