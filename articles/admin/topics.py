"""Topics and the articles on them."""

from django.contrib import admin

from articles.admin.base import LoggedAdmin, MentionAdmin
from articles.models import Topic, TopicMention


@admin.register(Topic)
class TopicAdmin(LoggedAdmin):
    """Topics and their groups."""

    list_display = ["name", "slug", "parent", "library_class"]
    list_filter = ["parent"]
    list_select_related = ["parent"]
    search_fields = ["name", "slug", "library_class"]
    autocomplete_fields = ["parent"]


@admin.register(TopicMention)
class TopicMentionAdmin(MentionAdmin):
    """Topics of articles."""

    entity = "topic"
    search_fields = ["topic__name", "article__headline"]
    readonly_fields = [*MentionAdmin.readonly_fields, "score", "words"]
