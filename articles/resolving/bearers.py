"""Who bears a name in an article: the official whom its mention rows give to the name, for rows that print it only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import F, Q

from articles.models import OfficialMention, Quotation, Status, Visit, VisitCompanion

# The tables that keep a printed name with the official meant: the name's column, the way to the fact that it is part of.
NAMED: tuple[tuple[type[Any], str, str], ...] = (
    (Quotation, "speaker", ""),
    (Visit, "name", ""),
    (VisitCompanion, "name", "visit__"),
)
Named = tuple[int, str]


class Bearers:
    """The officials that articles name, by the printed name. One query."""

    def __init__(self, articles: Iterable[int]) -> None:
        self._found: dict[Named, set[int]] = defaultdict(set)
        rows = OfficialMention.objects.live().filter(article__in=articles).select_related("official")
        for row in rows:
            for name in {row.official.name, row.official.derived.get("name", row.official.name)}:
                self._found[row.article_id, name].add(row.official_id)

    def get(self, article: int, name: str) -> int | None:
        """Return the key of the one official of this name in an article, or None where it is none or several."""
        found = self._found.get((article, name), set())
        return next(iter(found)) if len(found) == 1 else None


def name_bearers_anew(named: set[Named]) -> None:
    """Give these names of these articles, wherever they are kept, the officials that the articles' mentions give now.

    What a curator vouched for keeps its official. Seven queries at most.
    """
    if not named:
        return
    articles, names = {article for article, _ in named}, {name for _, name in named}
    bearers = Bearers(articles)
    for model, name, fact in NAMED:
        open_rows = Q(**{f"{fact}status": Status.FOUND}) | Q(official=None)
        rows = model.objects.filter(open_rows, **{f"{fact}article__in": articles, f"{name}__in": names})
        changed = []
        for row in rows.annotate(where=F(f"{fact}article_id")):
            meant = bearers.get(row.where, getattr(row, name))
            if (row.where, getattr(row, name)) in named and row.official_id != meant:
                row.official_id = meant
                changed.append(row)
        model.objects.bulk_update(changed, ["official"])
