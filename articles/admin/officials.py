"""Officials, posts, tenures and their evidence."""

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.base import LoggedAdmin, LoggedInline, MentionAdmin, short_sentence
from articles.models import Official, OfficialMention, Post, Tenure, TenureEvidence


class TenureInline(LoggedInline):
    """The posts that an official is seen in."""

    model = Tenure
    fields = ["post", "first_seen", "last_seen"]
    autocomplete_fields = ["post"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("post", "official")


class EvidenceInline(LoggedInline):
    """The words that a tenure stands on."""

    model = TenureEvidence
    fields = ["article", "text", "former", "acting", "sentence", "rule", "confidence", "status"]
    readonly_fields = ["article", "text", "sentence", "rule", "confidence"]
    max_num = 0

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("article")


@admin.register(Official)
class OfficialAdmin(LoggedAdmin):
    """People in public life. Joining two rows is shown only: by hand it would leave the mentions of one behind."""

    list_display = ["name", "role", "note", "article_count", "merged_into"]
    list_filter = ["role", ("merged_into", admin.EmptyFieldListFilter)]
    list_select_related = ["merged_into"]
    search_fields = ["name", "pinyin", "note", "tenures__post__name"]
    readonly_fields = ["merged_into"]
    inlines = [TenureInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(article_count=Count("mentions", distinct=True))

    @admin.display(description=_("Articles"), ordering="article_count")
    def article_count(self, official: Official) -> int:
        """How many articles name the official, rejected mentions included."""
        return official.article_count


@admin.register(Post)
class PostAdmin(LoggedAdmin):
    """Posts."""

    list_display = ["name", "organ", "title", "place"]
    list_filter = ["place__level"]
    list_select_related = ["place"]
    search_fields = ["name", "organ", "title"]
    autocomplete_fields = ["place"]


@admin.register(Tenure)
class TenureAdmin(LoggedAdmin):
    """Who is reported in which post."""

    list_display = ["official", "post", "first_seen", "last_seen"]
    list_select_related = ["official", "post"]
    search_fields = ["official__name", "post__name"]
    autocomplete_fields = ["official", "post"]
    inlines = [EvidenceInline]


@admin.register(TenureEvidence)
class TenureEvidenceAdmin(LoggedAdmin):
    """Words that give an official a post."""

    list_display = ["tenure", "text", "article", short_sentence, "former", "acting", "confidence", "status"]
    list_filter = ["status", "former", "acting", "rule"]
    list_select_related = ["tenure__official", "tenure__post", "article"]
    search_fields = ["text", "tenure__official__name", "tenure__post__name"]
    autocomplete_fields = ["tenure", "article"]
    readonly_fields = ["start", "end", "sentence", "rule", "confidence"]


@admin.register(OfficialMention)
class OfficialMentionAdmin(MentionAdmin):
    """People whom articles name."""

    entity = "official"
    search_fields = ["official__name", "article__headline"]
