"""Articles and their bylines."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from articles.admin.base import LoggedAdmin, LoggedInline, MentionInline
from articles.admin.people import PersonInline
from articles.admin.statements import QuotationInline, VisitInline
from articles.models import (
    Article,
    Contributor,
    OfficialMention,
    OpenQuestion,
    PlaceMention,
    PolicyMention,
    ProjectMention,
    Quotation,
    TopicMention,
    Visit,
)


class ContributorInline(LoggedInline):
    """The byline."""

    model = Contributor
    fields = ["name", "role", "position"]


class EntityInline(MentionInline):
    """One kind of entity that the article names."""

    entity = ""

    def get_fields(self, request: HttpRequest, obj: Article | None = None) -> list[str]:
        return [self.entity, *super().get_fields(request, obj)]

    def get_autocomplete_fields(self, request: HttpRequest) -> list[str]:
        return [self.entity]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related(self.entity)


class PlaceInline(EntityInline):
    """Places, with whether the article is about them."""

    model = PlaceMention
    entity = "place"

    def get_fields(self, request: HttpRequest, obj: Article | None = None) -> list[str]:
        return ["place", "primary", *self.fields]


class OfficialInline(EntityInline):
    """People."""

    model = OfficialMention
    entity = "official"


class ProjectInline(EntityInline):
    """Projects, with their stage."""

    model = ProjectMention
    entity = "project"

    def get_fields(self, request: HttpRequest, obj: Article | None = None) -> list[str]:
        return ["project", "stage", "stage_text", *self.fields]


class PolicyInline(EntityInline):
    """Policies."""

    model = PolicyMention
    entity = "policy"


class TopicInline(EntityInline):
    """Topics."""

    model = TopicMention
    entity = "topic"


class QuestionInline(LoggedInline):
    """What reading could not settle."""

    model = OpenQuestion
    fields = ["kind", "text", "sentence", "state"]
    readonly_fields = ["kind", "text", "sentence"]
    max_num = 0


@admin.register(Article)
class ArticleAdmin(LoggedAdmin):
    """Articles: the headline block and the body can be corrected; the lines they stand on are shown."""

    list_display = ["headline_or_start", "kind", "newspaper", "published", "position", "confidence", "review_state"]
    list_filter = ["review_state", "kind", "newspaper", "published"]
    list_select_related = ["newspaper"]
    search_fields = ["headline", "kicker", "body"]
    date_hierarchy = "published"
    readonly_fields = [
        "page", "newspaper", "published", "position", "uid", "body_lines", "headline_lines", "confidence", "reasons",
        "additions",
    ]  # fmt: skip
    raw_id_fields = ["continuation"]
    inlines = [
        ContributorInline, QuestionInline, OfficialInline, PersonInline, PlaceInline, ProjectInline, PolicyInline, TopicInline,
        QuotationInline, VisitInline,
    ]  # fmt: skip
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "section",
                    "kicker",
                    "headline",
                    "subhead",
                    "kind",
                    "review_state",
                    "keywords",
                    "body",
                    "additions",
                    "why",
                ]
            },
        ),
        (_("Source"), {"fields": ["page", "newspaper", "published", "position", "body_lines", "headline_lines"]}),
        (_("Continuation"), {"fields": ["continued_on", "continued_from", "continuation", "reprint_of"]}),
        (_("How it was read"), {"fields": ["confidence", "reasons", "uid"]}),
    ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Articles come from pages."""
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("page__newspaper", "newspaper")

    @admin.display(description=_("Add by hand"))
    def additions(self, article: Article) -> str:
        """Links to the forms of what has places of its own in the text."""
        forms = (
            (reverse(f"admin:articles_{model._meta.model_name}_add"), article.pk, model._meta.verbose_name)
            for model in (Quotation, Visit)
        )
        return format_html_join(" · ", '<a href="{}?article={}">{}</a>', forms)

    @admin.display(description=_("Headline"), ordering="headline")
    def headline_or_start(self, article: Article) -> str:
        """The headline, or the first words of an article that has none."""
        return str(article)


@admin.register(Contributor)
class ContributorAdmin(LoggedAdmin):
    """Names in bylines."""

    list_display = ["name", "role", "article"]
    list_filter = ["role"]
    list_select_related = ["article"]
    search_fields = ["name", "article__headline"]
    autocomplete_fields = ["article"]
