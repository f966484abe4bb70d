"""The admin, for curators: one file a subject. Importing this package registers all."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.admin import (
    articles,
    curation,
    officials,
    people,
    places,
    policies,
    projects,
    sources,
    statements,
    topics,
)

__all__ = [
    "articles",
    "curation",
    "officials",
    "people",
    "places",
    "policies",
    "projects",
    "sources",
    "statements",
    "topics",
]

admin.site.site_header = _("County news: curation")
admin.site.site_title = _("County news")
admin.site.index_title = _("What is held")
admin.site.empty_value_display = "—"
