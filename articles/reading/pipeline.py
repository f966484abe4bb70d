"""The order of reading: a page's text in, its articles with their facts out. Each stage is a file or package named by what it finds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from articles.reading.dates.finding import find_event_dates
from articles.reading.gazetteer import Gazetteer
from articles.reading.people.known_names import find_known
from articles.reading.people.officials import find_people
from articles.reading.people.untitled_names import find_untitled
from articles.reading.places.finding import find_places, primary_places
from articles.reading.policies.finding import find_policies
from articles.reading.projects.finding import find_projects
from articles.reading.records import ArticleReading, ArticleText, Facts, PageReading, Person, Source
from articles.reading.splitting.page import split_page
from articles.reading.statements.quotations import find_quotations
from articles.reading.statements.visits import find_visits
from articles.reading.topics import find_topics
from articles.reading.variants.finding import find_variants

# Raised whenever a rule changes what reading finds, so that stored pages know they were read by an older one.
READER_VERSION = "1.7"


def read_page(text: str, source: Source, gazetteer: Gazetteer) -> PageReading:
    """Read one page: `text` is decoded, with line feeds only. Pure: the same arguments give the same reading."""
    page = split_page(text)
    found = tuple(ArticleReading(article, find_facts(article, source, gazetteer)) for article in page.articles)
    articles = add_untitled(add_known(found))
    variants = find_variants(articles, gazetteer, source.date.year if source.date else None)
    return PageReading(source, articles, page.furniture, variants)


def find_facts(article: ArticleText, source: Source, gazetteer: Gazetteer) -> Facts:
    """Find all that one article says, places first, since posts and projects are resolved by them; speakers
    and visitors are people found before."""
    places = find_places(article, source, gazetteer)
    people = find_people(article, source, gazetteer, places)
    policies = find_policies(article, source)
    projects = find_projects(article, places, source)
    event_dates = find_event_dates(article, source.date)
    return Facts(
        people=people,
        places=places,
        primary_places=primary_places(article, places, source),
        policies=policies,
        projects=projects,
        topics=find_topics(article, projects, policies, places),
        event_dates=event_dates,
        quotations=find_quotations(article, people, places),
        visits=find_visits(article, people, places, event_dates, projects),
    )


def add_known(articles: Sequence[ArticleReading]) -> tuple[ArticleReading, ...]:
    """Add the officials whom an article names bare, since others of the page give their posts, with what they say and
    where they go."""
    found = find_known([(article.text.body, article.facts) for article in articles])
    return tuple(
        replace(article, facts=_with_people(article, more)) if more else article
        for article, more in zip(articles, found, strict=True)
    )


def _with_people(article: ArticleReading, more: tuple[Person, ...]) -> Facts:
    facts = article.facts
    people = facts.people + more
    return replace(
        facts,
        people=people,
        quotations=find_quotations(article.text, people, facts.places),
        visits=find_visits(article.text, people, facts.places, facts.event_dates),
    )


def add_untitled(articles: Sequence[ArticleReading]) -> tuple[ArticleReading, ...]:
    """Add those whom the articles of one page name without a post, and who are found last, in what the rules left."""
    found = find_untitled([(article.text.body, article.facts) for article in articles])
    return tuple(
        replace(article, facts=replace(article.facts, people=article.facts.people + more))
        for article, more in zip(articles, found, strict=True)
    )
