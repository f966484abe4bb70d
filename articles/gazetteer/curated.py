"""What curators changed about places: a load lays it over the files, as reading does with what it read."""

from __future__ import annotations

from typing import Any

from articles.curation import standing_values
from articles.models import Place, PlaceName

NameKey = tuple[int, str, str]


def curated_columns() -> dict[int, dict[str, Any]]:
    """Return the values that curators gave to places, as {primary key: {column: value}}; a link's column ends in _id."""
    return {
        pk: {Place._meta.get_field(field).attname: value for field, value in values.items()}
        for pk, values in standing_values(Place).items()
    }


def renamed_names() -> set[NameKey]:
    """Return (place, name, kind) of the names as the files give them that a curator has changed into others."""
    changed = {edit_pk: values for edit_pk, values in standing_values(PlaceName, "old").items() if values}
    rows = PlaceName.objects.filter(pk__in=changed).values_list("pk", "place_id", "name", "kind")
    return {(place, changed[pk].get("name", name), changed[pk].get("kind", kind)) for pk, place, name, kind in rows}
