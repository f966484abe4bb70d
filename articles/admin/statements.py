"""What people are reported to have said, and where officials went: to be confirmed, rejected, or added."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.base import LoggedAdmin, LoggedInline, short_sentence
from articles.admin.statement_forms import (
    AddedForm,
    CompanionForm,
    CompanionFormSet,
    QuotationForm,
    StopFormSet,
    VisitForm,
)
from articles.models import Quotation, Visit, VisitCompanion, VisitStop
from articles.models.quotations import VOUCHED


class ReadInline(LoggedInline):
    """Rows with their standing, which is a curator's; they are added in their own list."""

    max_num = 0
    classes = ["collapse"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("official")


class QuotationInline(ReadInline):
    """What an article reports people to have said."""

    model = Quotation
    fields = ["speaker", "official", "status", "sentence", "rule", "confidence"]
    readonly_fields = ["speaker", "official", "sentence", "rule", "confidence"]


class VisitInline(ReadInline):
    """Where an article reports officials to have gone."""

    model = Visit
    fields = ["name", "official", "date_text", "status", "sentence", "rule", "confidence"]
    readonly_fields = ["name", "official", "date_text", "sentence", "rule", "confidence"]


class PartInline(admin.TabularInline):
    """Stops and companions, to be looked at: they stand and fall with their visit."""

    extra = 0
    max_num = 0
    can_delete = False

    def has_change_permission(self, request: HttpRequest, obj: Visit | None = None) -> bool:
        return False


class StopInline(PartInline):
    """Where a visit led."""

    model = VisitStop
    fields = ["text", "place"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("place")


class AddedStopInline(LoggedInline):
    """Where a visit led that is being added."""

    model = VisitStop
    formset = StopFormSet
    fields = ["text", "place"]
    autocomplete_fields = ["place"]
    extra = 2


class CompanionInline(PartInline):
    """Who was along."""

    model = VisitCompanion
    fields = ["name", "official", "part"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("official")


class AddedCompanionInline(LoggedInline):
    """Who took part, to be chosen by a curator."""

    model = VisitCompanion
    form = CompanionForm
    formset = CompanionFormSet
    fields = ["official", "part"]
    autocomplete_fields = ["official"]
    extra = 3
    verbose_name_plural = _("Companions to be added")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Those who are on the visit already stand in a list of their own."""
        return super().get_queryset(request).none()


class StatementAdmin(LoggedAdmin):
    """A table that reading writes and curators add to: nothing but the standing of a row can be changed."""

    added_form: type[AddedForm]
    added_fields = ["article", "official", "printed", "why"]
    autocomplete_fields = ["article", "official"]
    list_filter = ["status", "rule", ("article__newspaper", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["article", "official"]

    def get_readonly_fields(self, request: HttpRequest, obj: Quotation | Visit | None = None) -> list[str]:
        fixed = [field.name for field in self.model._meta.fields if field.name not in ("id", "status")]
        return fixed if obj else []

    def get_fields(self, request: HttpRequest, obj: Quotation | Visit | None = None) -> Any:
        return super().get_fields(request, obj) if obj else self.added_fields

    def get_form(self, request: HttpRequest, obj: Quotation | Visit | None = None, **kwargs: Any) -> Any:
        return super().get_form(request, obj, **(kwargs if obj else {**kwargs, "form": self.added_form}))


@admin.register(Quotation)
class QuotationAdmin(StatementAdmin):
    """What articles report people to have said."""

    added_form = QuotationForm
    list_display = ["speaker", "short_text", "article", "role", "direct", "rule", "confidence", "status"]
    list_filter = [*StatementAdmin.list_filter, "role", "direct"]
    search_fields = ["speaker", "sentence", "article__headline"]

    @admin.display(description=_("Words said"))
    def short_text(self, quotation: Quotation) -> str:
        """The beginning of the words said, the whole sentence on hovering."""
        return short_sentence(quotation)


@admin.register(Visit)
class VisitAdmin(StatementAdmin):
    """Where articles report officials to have gone."""

    added_form = VisitForm
    added_fields = ["article", "official", "printed", "first", "last", "why"]
    list_display = ["name", "first", "last", "article", short_sentence, "rule", "confidence", "status"]
    search_fields = ["name", "sentence", "article__headline", "stops__text"]

    def get_inlines(self, request: HttpRequest, obj: Visit | None = None) -> list[type[admin.TabularInline]]:
        """Companions are added to what a curator vouches for: the rest is read anew with its own."""
        if obj is None:
            return [AddedStopInline, AddedCompanionInline]
        added = [AddedCompanionInline] if obj.status in VOUCHED else []
        return [StopInline, CompanionInline, *added]
