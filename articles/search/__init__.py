"""Full-text search: `parse` reads what a visitor typed, `matching` is the one entry to what holds it."""

from articles.search.matching import matching
from articles.search.query import Query, Term, parse

__all__ = ["Query", "Term", "matching", "parse"]
