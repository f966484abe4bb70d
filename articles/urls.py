"""Addresses of the portal's pages. An address, once public, is never broken."""

from django.urls import path, register_converter
from django.views.generic import RedirectView

from articles.converters import DayConverter, NameConverter
from articles.views import newspapers, officials, places, policies, projects
from articles.views.article_list import ArticleListView
from articles.views.articles import ArticleView
from articles.views.home import HomeView
from articles.views.statements import ItineraryView, QuotationListView
from articles.views.topics import TopicListView, TopicView

register_converter(DayConverter, "day")
register_converter(NameConverter, "name")

lists = [
    path("", HomeView.as_view(), name="home"),
    path("articles/", ArticleListView.as_view(), name="articles"),
    path("search", RedirectView.as_view(pattern_name="articles", query_string=True, permanent=True), name="search"),
]

details = [
    path("articles/<int:pk>/", ArticleView.as_view(), name="article"),
    path("places/", places.PlaceListView.as_view(), name="places"),
    path("places/<name:code>/", places.place, name="place"),
    path("officials/", officials.OfficialListView.as_view(), name="officials"),
    path("officials/<int:pk>/", officials.official, name="official"),
    path("officials/<int:pk>/visits/", ItineraryView.as_view(), name="itinerary"),
    path("officials/<int:pk>/quotations/", QuotationListView.as_view(), name="quotations"),
    path("posts/<int:pk>/", officials.PostView.as_view(), name="post"),
    path("projects/", projects.ProjectListView.as_view(), name="projects"),
    path("projects/<int:pk>/", projects.project, name="project"),
    path("policies/", policies.PolicyListView.as_view(), name="policies"),
    path("policies/<int:pk>/", policies.policy, name="policy"),
    path("topics/", TopicListView.as_view(), name="topics"),
    path("topics/<name:slug>/", TopicView.as_view(), name="topic"),
    path("papers/", newspapers.NewspaperListView.as_view(), name="newspapers"),
    path("papers/<name:slug>/", newspapers.NewspaperView.as_view(), name="newspaper"),
    path("papers/<name:slug>/<day:day>/<int:number>/", newspapers.newspaper_page, name="newspaper-page"),
    path("papers/<name:slug>/<day:day>/<int:number>/raw.txt", newspapers.newspaper_page_raw, name="newspaper-page-raw"),
    path("pages/<int:pk>/", newspapers.page, name="page"),
    path("pages/<int:pk>/raw.txt", newspapers.page_raw, name="page-raw"),
]

urlpatterns = [*lists, *details]
