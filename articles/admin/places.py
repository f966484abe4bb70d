"""Places, their names, and where they are named."""

from django.contrib import admin

from articles.admin.base import LoggedAdmin, LoggedInline, MentionAdmin
from articles.models import Place, PlaceMention, PlaceName


class PlaceNameInline(LoggedInline):
    """Names that lead to the place."""

    model = PlaceName
    fields = ["name", "kind", "valid_to"]
    show_change_link = False


@admin.register(Place)
class PlaceAdmin(LoggedAdmin):
    """Places; a new alias is one row more."""

    list_display = ["name", "code", "level", "path", "valid_from", "valid_to", "successor"]
    list_filter = ["level", ("successor", admin.EmptyFieldListFilter)]
    list_select_related = ["successor"]
    search_fields = ["name", "short_name", "code", "pinyin", "path"]
    autocomplete_fields = ["parent", "province", "prefecture", "county", "successor"]
    inlines = [PlaceNameInline]


@admin.register(PlaceMention)
class PlaceMentionAdmin(MentionAdmin):
    """Places that articles name."""

    entity = "place"
    search_fields = ["place__name", "article__headline"]
