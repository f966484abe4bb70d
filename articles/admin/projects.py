"""Projects, the reports on them and their figures."""

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.base import LoggedAdmin, LoggedInline, MentionAdmin, short_sentence
from articles.models import Project, ProjectFigure, ProjectMention


class ReportInline(LoggedInline):
    """What articles report of the project."""

    model = ProjectMention
    fields = ["article", "stage", "stage_text", "sentence", "status"]
    readonly_fields = ["article", "sentence"]
    max_num = 0

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("article", "project")


class FigureInline(LoggedInline):
    """The figures of one report."""

    model = ProjectFigure
    fields = ["label", "value", "unit", "text", "start", "end"]
    show_change_link = False


@admin.register(Project)
class ProjectAdmin(LoggedAdmin):
    """Projects. Joining two rows is shown only: by hand it would leave the reports of one behind."""

    list_display = ["name", "place", "owner", "report_count", "merged_into"]
    list_filter = [("merged_into", admin.EmptyFieldListFilter), ("place", admin.EmptyFieldListFilter)]
    list_select_related = ["place", "merged_into"]
    search_fields = ["name", "owner", "place__path"]
    autocomplete_fields = ["place"]
    readonly_fields = ["merged_into"]
    inlines = [ReportInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(report_count=Count("mentions", distinct=True))

    @admin.display(description=_("Articles"), ordering="report_count")
    def report_count(self, project: Project) -> int:
        """How many articles report on the project."""
        return project.report_count


@admin.register(ProjectMention)
class ProjectMentionAdmin(MentionAdmin):
    """Reports: stage and figures can be corrected."""

    entity = "project"
    search_fields = ["project__name", "article__headline"]
    list_filter = ["status", "stage", "rule"]
    inlines = [FigureInline]

    def get_list_display(self, request: HttpRequest) -> list[object]:
        return ["project", "stage", "article", short_sentence, "confidence", "status"]


@admin.register(ProjectFigure)
class ProjectFigureAdmin(LoggedAdmin):
    """Figures of all projects."""

    list_display = ["label", "value", "unit", "text", "report"]
    list_filter = ["label", "unit"]
    list_select_related = ["report__project"]
    search_fields = ["text", "label", "report__project__name"]
    autocomplete_fields = ["report"]
