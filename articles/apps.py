"""The articles application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    """Articles, what they name, and the people who correct it."""

    name = "articles"
    verbose_name = _("County news")
