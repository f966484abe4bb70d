"""The order of reading: a page's text in, its articles with their facts out. Each stage is a file named by what it finds."""

from __future__ import annotations

from articles.reading.dates import find_event_dates
from articles.reading.gazetteer import Gazetteer
from articles.reading.officials import find_people
from articles.reading.places import find_places, primary_places
from articles.reading.policies import find_policies
from articles.reading.projects import find_projects
from articles.reading.records import ArticleReading, ArticleText, Facts, PageReading, Source
from articles.reading.splitting import split_page
from articles.reading.topics import find_topics

# Raised whenever a rule changes what reading finds, so that stored pages know they were read by an older one.
READER_VERSION = "1.1"


def read_page(text: str, source: Source, gazetteer: Gazetteer) -> PageReading:
    """Read one page: `text` is decoded, with line feeds only. Pure: the same arguments give the same reading."""
    page = split_page(text)
    articles = tuple(ArticleReading(article, find_facts(article, source, gazetteer)) for article in page.articles)
    return PageReading(source, articles, page.furniture)


def find_facts(article: ArticleText, source: Source, gazetteer: Gazetteer) -> Facts:
    """Find all that one article says, places first, since posts and projects are resolved by them."""
    places = find_places(article, source, gazetteer)
    people = find_people(article, source, gazetteer, places)
    policies = find_policies(article, source)
    projects = find_projects(article, places, source)
    return Facts(
        people=people,
        places=places,
        primary_places=primary_places(article, places, source),
        policies=policies,
        projects=projects,
        topics=find_topics(article, projects, policies, places),
        event_dates=find_event_dates(article, source.date),
    )
