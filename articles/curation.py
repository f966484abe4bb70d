"""Curation: the one way in which a curator changes a value, and how reading respects it.

A column of a curated model shows what was read with the last standing edit laid over it. Reading never writes such a
column without asking lay_over first; nobody else writes one without record_edit, so every change has its actor and
its time, and can be undone.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from articles.models import Article, Edit, Page
from articles.search.text import search_text

ADDED = "(added)"


@transaction.atomic
def record_edit(target: models.Model, field: str, new: Any, *, by: AbstractBaseUser, why: str = "") -> Edit | None:
    """Give `field` of `target` the value `new`, and log it. Return the log's row, or None where nothing changes.

    Raises ValidationError when the model refuses the value, FieldDoesNotExist for an unknown field; then nothing is
    written. `target` is brought up to date in place.
    """
    row = type(target)._default_manager.select_for_update().get(pk=target.pk)
    before = _as_json(row, field)
    _assign(row, field, new)
    after = _as_json(row, field)
    if after == before:
        return None
    row.clean_fields(exclude=[f.name for f in row._meta.concrete_fields if f.name != _column(row, field).name])
    row.validate_constraints()
    edit = Edit.objects.create(**_target(row), field=field, old=before, new=after, by=by, why=why)
    _save(row, field)
    target.refresh_from_db()
    return edit


def record_addition(row: models.Model, *, by: AbstractBaseUser, why: str = "") -> Edit:
    """Log that a curator made `row` by hand; reading never takes such a row away."""
    return Edit.objects.create(**_target(row), field=ADDED, old=None, new=str(row), by=by, why=why)


@transaction.atomic
def undo(edit: Edit, *, by: AbstractBaseUser, why: str = "") -> Edit:
    """Take an edit back: the value before the last standing edit, or the one read, shows again.

    Raises ValidationError when the edit was already undone, or is itself an undoing.
    """
    edit = Edit.objects.select_for_update().get(pk=edit.pk)
    if edit.undone_by_id or edit.field == ADDED or Edit.objects.filter(undone_by=edit).exists():
        raise ValidationError(
            _("This edit cannot be undone: it was undone already, undoes another, or is an addition.")
        )
    row = edit.target
    before = _as_json(row, edit.field)
    undoing = Edit.objects.create(**_target(row), field=edit.field, old=before, new=before, by=by, why=why)
    Edit.objects.filter(pk=edit.pk).update(undone_by=undoing)
    _assign(row, edit.field, _value_without(row, edit))
    Edit.objects.filter(pk=undoing.pk).update(new=_as_json(row, edit.field))
    _save(row, edit.field)
    undoing.refresh_from_db()
    return undoing


def lay_over(target: models.Model, derived: dict[str, Any]) -> dict[str, Any]:
    """Return `derived` (field → value just read) with the standing edits of `target` in place of what they change."""
    if target.pk is None:
        return dict(derived)
    return {**derived, **{field: edit.new for field, edit in standing_edits(target).items() if field in derived}}


def standing_edits(target: models.Model) -> dict[str, Edit]:
    """Return the edit that stands for each edited field of `target`: the last that nobody took back."""
    edits = Edit.objects.filter(**_target(target), undone_by__isnull=True, undoes__isnull=True).order_by("pk")
    return {edit.field: edit for edit in edits}


def standing_values(model: type[models.Model], which: str = "new") -> dict[int, dict[str, Any]]:
    """Return {primary key: {field: value}} of all standing edits of a model, in one query.

    `which` is "new" for the values that show, or "old" for those that the first standing edit replaced.
    """
    edits = Edit.objects.filter(
        target_type=ContentType.objects.get_for_model(model), undone_by__isnull=True, undoes__isnull=True
    ).exclude(field=ADDED)
    values: dict[int, dict[str, Any]] = {}
    for pk, field, value in edits.order_by("pk" if which == "new" else "-pk").values_list("target_id", "field", which):
        values.setdefault(pk, {})[field] = value
    return values


def is_touched(target: models.Model) -> bool:
    """Whether a curator has ever changed `target`."""
    return Edit.objects.filter(**_target(target)).exists()


def _value_without(row: models.Model, edit: Edit) -> Any:
    standing = standing_edits(row).get(edit.field)
    if standing:
        return standing.new
    first = Edit.objects.filter(**_target(row), field=edit.field).order_by("pk").first()
    return getattr(row, "derived", {}).get(edit.field, first.old if first else edit.old)


def _target(row: models.Model) -> dict[str, Any]:
    return {"target_type": ContentType.objects.get_for_model(row), "target_id": row.pk}


def _column(row: models.Model, field: str) -> models.Field[Any, Any]:
    return row._meta.get_field(field)


def _assign(row: models.Model, field: str, value: Any) -> None:
    column = _column(row, field)
    plain = value.pk if isinstance(value, models.Model) else value
    setattr(row, column.attname, column.to_python(plain))


def _as_json(row: models.Model, field: str) -> Any:
    value = getattr(row, _column(row, field).attname)
    return value.isoformat() if isinstance(value, date) else value


def _save(row: models.Model, field: str) -> None:
    changed = [field]
    if isinstance(row, Article):
        row.search_text = search_text(row)
        changed.append("search_text")
    row.save(update_fields=changed)
    if isinstance(row, Page):
        row.articles.update(newspaper=row.newspaper_id, published=row.date)
