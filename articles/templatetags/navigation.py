"""The portal's navigation; which section a page belongs to follows from the name of its address."""

from dataclasses import dataclass

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

register = template.Library()


@dataclass(frozen=True)
class Section:
    """One section: the name of its list's address, its label, and the names of the addresses within it."""

    name: str
    label: str | Promise
    pages: tuple[str, ...]


SECTIONS = (
    Section("articles", _("Articles"), ("article",)),
    Section("places", _("Places"), ("place",)),
    Section("officials", _("Officials"), ("official", "post", "itinerary", "quotations")),
    Section("projects", _("Projects"), ("project",)),
    Section("policies", _("Policies"), ("policy",)),
    Section("topics", _("Topics"), ("topic",)),
    Section("newspapers", _("Newspapers"), ("newspaper", "newspaper-page", "newspaper-page-raw", "page", "page-raw")),
)


@register.inclusion_tag("_navigation.html", takes_context=True)
def navigation(context: Context) -> dict[str, list[dict[str, object]]]:
    """Show the sections, the one that holds the present page marked."""
    match = getattr(context.get("request"), "resolver_match", None)
    page = match.url_name if match else None
    return {"items": [_item(section, page) for section in SECTIONS]}


def _item(section: Section, page: str | None) -> dict[str, object]:
    current = page == section.name or page in section.pages
    return {"url": reverse(section.name), "label": section.label, "current": current}
