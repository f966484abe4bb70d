"""Policies and where they are named."""

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.base import LoggedAdmin, MentionAdmin
from articles.models import Policy, PolicyMention


@admin.register(Policy)
class PolicyAdmin(LoggedAdmin):
    """Policies. Joining two rows is shown only: by hand it would leave the mentions of one behind."""

    list_display = ["title", "issuer", "level", "article_count", "merged_into"]
    list_filter = ["level", ("merged_into", admin.EmptyFieldListFilter)]
    list_select_related = ["merged_into"]
    search_fields = ["title", "issuer"]
    readonly_fields = ["merged_into"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(article_count=Count("mentions", distinct=True))

    @admin.display(description=_("Articles"), ordering="article_count")
    def article_count(self, policy: Policy) -> int:
        """How many articles name the policy."""
        return policy.article_count


@admin.register(PolicyMention)
class PolicyMentionAdmin(MentionAdmin):
    """Policies that articles name."""

    entity = "policy"
    search_fields = ["policy__title", "article__headline"]
