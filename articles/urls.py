"""Addresses of the portal's pages. An address, once public, is never broken."""

from django.urls import path
from django.views.generic import RedirectView

from articles.views.article_list import ArticleListView
from articles.views.home import HomeView

lists = [
    path("", HomeView.as_view(), name="home"),
    path("articles/", ArticleListView.as_view(), name="articles"),
    path("search", RedirectView.as_view(pattern_name="articles", query_string=True, permanent=True), name="search"),
]

details: list = []

urlpatterns = [*lists, *details]
