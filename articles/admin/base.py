"""What the admin of every model shares: changes go through the log, mentions are rejected rather than deleted."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.forms import BaseModelFormSet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.curation import record_addition, record_edit
from articles.models import Status

SHORT_TEXT = 60
# The rule of what a curator adds.
CURATOR = "curator"


class ReasonForm(forms.ModelForm):
    """A form that asks why, for the log."""

    why = forms.CharField(label=_("Reason for the change"), max_length=500, required=False)


class LoggedAdmin(admin.ModelAdmin):
    """An admin whose changes are edits: each changed field is one row of the log, which no re-import undoes."""

    form = ReasonForm
    show_full_result_count = False
    list_per_page = 50

    class Media:
        css = {"all": ["curation.css"]}

    def save_model(self, request: HttpRequest, obj: models.Model, form: forms.ModelForm, change: bool) -> None:
        if change:
            record_changes(request, obj, form, form.cleaned_data.get("why", ""))
        else:
            super().save_model(request, obj, form, change)
            record_addition(obj, by=request.user, why=form.cleaned_data.get("why", ""))

    def save_formset(self, request: HttpRequest, form: Any, formset: BaseModelFormSet, change: bool) -> None:
        formset.new_objects, formset.changed_objects, formset.deleted_objects = [], [], []
        for row in formset.initial_forms:
            if row.has_changed():
                record_changes(request, row.instance, row, "")
                formset.changed_objects.append((row.instance, row.changed_data))
        for row in formset.extra_forms:
            if row.has_changed():
                formset.new_objects.append(self._add(request, row))

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Nothing read from a page is deleted: it is rejected, merged, or marked."""
        return False

    def _add(self, request: HttpRequest, row: forms.ModelForm) -> models.Model:
        if hasattr(row.instance, "status"):
            row.instance.status, row.instance.rule = Status.ADDED, CURATOR
        row.instance.save()
        record_addition(row.instance, by=request.user)
        return row.instance


class ReadOnlyAdmin(admin.ModelAdmin):
    """An admin to look into what only programs write."""

    show_full_result_count = False

    class Media:
        css = {"all": ["curation.css"]}

    def has_add_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False


class LoggedInline(admin.TabularInline):
    """Rows that belong to another: they can be corrected and added, not deleted."""

    extra = 0
    can_delete = False
    show_change_link = True


class MentionInline(LoggedInline):
    """What an article names, or where an entity is named: accept and reject by its standing."""

    readonly_fields = ["count", "sentence", "rule", "confidence"]
    fields = ["status", *readonly_fields]
    classes = ["collapse"]


class MentionAdmin(LoggedAdmin):
    """The admin of a table of mentions; the entity's column comes first."""

    entity = ""
    list_filter = ["status", "rule", ("article__newspaper", admin.RelatedOnlyFieldListFilter)]
    readonly_fields = ["start", "end", "spans", "sentence", "rule", "confidence", "count"]

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        return [self.entity, "article", short_sentence, "rule", "confidence", "status"]

    def get_list_select_related(self, request: HttpRequest) -> list[str]:
        return ["article", self.entity]

    def get_autocomplete_fields(self, request: HttpRequest) -> list[str]:
        return ["article", self.entity]

    def has_add_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Mentions are added on the article's page, where the text stands."""
        return False


def record_changes(request: HttpRequest, obj: models.Model, form: forms.ModelForm, why: str) -> None:
    """Log and write each changed field of a form. `obj` already carries the new values; the row is asked afresh."""
    row = type(obj)._default_manager.get(pk=obj.pk)
    columns = {column.name for column in obj._meta.concrete_fields}
    for field in form.changed_data:
        if field in columns:
            record_edit(row, field, form.cleaned_data[field], by=request.user, why=why)


@admin.display(description=_("Sentence"))
def short_sentence(row: Any) -> str:
    """Return the beginning of a row's sentence, the whole of it on hovering."""
    shown = row.sentence[:SHORT_TEXT] + ("…" if len(row.sentence) > SHORT_TEXT else "")
    return format_html('<span title="{}">{}</span>', row.sentence, shown)
