"""Newspapers, pages and the import ledger."""

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.base import LoggedAdmin, ReadOnlyAdmin
from articles.models import ImportEntry, ImportRun, Newspaper, Page


@admin.register(Newspaper)
class NewspaperAdmin(LoggedAdmin):
    """Newspapers, with the number of their pages."""

    list_display = ["name", "level", "home_place", "page_count"]
    list_filter = ["level"]
    list_select_related = ["home_place"]
    search_fields = ["name", "slug"]
    autocomplete_fields = ["home_place"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(page_count=Count("pages"))

    @admin.display(description=_("Pages"), ordering="page_count")
    def page_count(self, newspaper: Newspaper) -> int:
        """How many pages are held."""
        return newspaper.page_count


@admin.register(Page)
class PageAdmin(LoggedAdmin):
    """Pages: the source can be corrected, the text never."""

    list_display = ["file_name", "newspaper", "date", "number", "encoding", "article_count", "reader_version"]
    list_filter = ["newspaper", "date_precision", "encoding", "reader_version"]
    list_select_related = ["newspaper"]
    search_fields = ["file_name", "sha256", "newspaper__name"]
    date_hierarchy = "date"
    autocomplete_fields = ["newspaper", "home_place"]
    readonly_fields = [
        "file_name", "sha256", "raw_text", "encoding", "encoding_reason", "encoding_confidence", "source_reasons",
        "furniture", "reader_version", "imported_at", "read_at",
    ]  # fmt: skip
    fieldsets = [
        (None, {"fields": ["newspaper", "date", "date_precision", "number", "home_place", "source_reasons", "why"]}),
        (_("File"), {"fields": ["file_name", "sha256", "encoding", "encoding_reason", "encoding_confidence"]}),
        (_("How it was read"), {"fields": ["reader_version", "imported_at", "read_at", "furniture", "raw_text"]}),
    ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Pages come from files."""
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).defer("raw_text").annotate(article_count=Count("articles"))

    @admin.display(description=_("Articles"), ordering="article_count")
    def article_count(self, page: Page) -> int:
        """How many articles were found."""
        return page.article_count


@admin.register(ImportRun)
class ImportRunAdmin(ReadOnlyAdmin):
    """Runs of the import."""

    list_display = ["__str__", "started_at", "finished_at", "file_count"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(file_count=Count("entries"))

    @admin.display(description=_("Files"), ordering="file_count")
    def file_count(self, run: ImportRun) -> int:
        """How many files the run saw."""
        return run.file_count


@admin.register(ImportEntry)
class ImportEntryAdmin(ReadOnlyAdmin):
    """What each run did with each file: the quarantined ones are found by the filter."""

    list_display = ["file", "outcome", "reason", "page", "run"]
    list_filter = ["outcome", "run__started_at"]
    list_select_related = ["page__newspaper", "run"]
    search_fields = ["file", "reason", "sha256"]
