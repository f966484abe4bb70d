"""Newspapers: made when a page of theirs comes in for the first time."""

from __future__ import annotations

from hashlib import sha256

from articles.models import Newspaper, Place
from articles.resolving.evidence import fit
from articles.resolving.pinyin import address_name


def newspaper_named(name: str | None, home: Place | None) -> Newspaper | None:
    """Return the newspaper of this name, made on first sight; its home is filled in as soon as a page tells it."""
    if not name:
        return None
    name = fit(Newspaper, "name", name)
    row = Newspaper.objects.filter(name=name).first()
    if row is None:
        level = home.level if home else ""
        return Newspaper.objects.create(name=name, slug=_slug(name, home), level=level, home_place=home)
    if home and row.home_place_id is None:
        row.home_place, row.level = home, row.level or home.level
        row.save(update_fields=["home_place", "level"])
    return row


def _slug(name: str, home: Place | None) -> str:
    """The pinyin of the name; where another paper has it (榆林日报, 玉林日报), the home's code tells them apart."""
    plain = address_name(name)
    endings = ["", f"-{home.code}" if home else "", f"-{sha256(name.encode()).hexdigest()[:8]}"]
    slugs = [plain + ending for ending in endings]
    taken = set(Newspaper.objects.filter(slug__in=slugs).values_list("slug", flat=True))
    return next(slug for slug in slugs if slug not in taken)
