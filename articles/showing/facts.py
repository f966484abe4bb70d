"""The facts of one article, as its page shows them. Rejected ones are left out. Thirteen queries in all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from django.db.models import F

from articles.models import (
    Article,
    Official,
    OfficialMention,
    PersonMention,
    PlaceMention,
    PolicyMention,
    ProjectFigure,
    ProjectMention,
    TenureEvidence,
    TopicMention,
)
from articles.models.base import Mention
from articles.models.quotations import VOUCHED
from articles.showing.evidence import Quote, quote, raw_line, standing
from articles.showing.marking import Mark, marks_of
from articles.showing.stages import Pips, pips
from articles.showing.statements import Journey, Saying, journey, saying, whole_visits

MOST_DAYS = 6


@dataclass(frozen=True, slots=True)
class PersonFact:
    """A person with the posts that the article gives, and the sentences that do."""

    official: Official
    posts: tuple[TenureEvidence, ...]
    standing: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class FigureFact:
    """A figure with its raw line."""

    figure: ProjectFigure
    line: int | None
    url: str


@dataclass(frozen=True, slots=True)
class ProjectFact:
    """A report on a project: its stage, its figures and the sentence."""

    mention: ProjectMention
    stage: Pips
    figures: tuple[FigureFact, ...]
    quote: Quote


@dataclass(frozen=True, slots=True)
class MentionFact:
    """A policy, place, topic or person without a page with its sentence."""

    mention: PolicyMention | PlaceMention | TopicMention | PersonMention
    quote: Quote


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of an article, in the order of the text; places and topics by weight."""

    people: list[PersonFact]
    others: list[MentionFact]
    projects: list[ProjectFact]
    policies: list[MentionFact]
    places: list[MentionFact]
    topics: list[MentionFact]
    quotations: list[Saying]
    visits: list[Journey]

    @property
    def head_count(self) -> int:
        """How many people are named."""
        return len(self.people) + len(self.others)

    @property
    def any(self) -> bool:
        """Whether anything was found."""
        named = self.people or self.others or self.projects or self.policies or self.places or self.topics
        return bool(named or self.quotations or self.visits)


def facts_of(article: Article) -> tuple[Facts, list[Mark]]:
    """Return the article's facts and their marks in its text."""
    people = list(article.officialmentions.live().select_related("official").order_by("start", "pk"))
    projects = list(
        article.projectmentions.live().select_related("project").prefetch_related("figures").order_by("start", "pk")
    )
    policies = list(article.policymentions.live().select_related("policy").order_by("start", "pk"))
    places = list(article.placementions.live().select_related("place").order_by("-primary", "-count", "start"))
    topics = article.topicmentions.live().select_related("topic").order_by("-score", "pk")
    known = {row.official_id for row in people}
    in_text = F("start").asc(nulls_last=True), "pk"
    quotations = article.quotations.live().select_related("official").order_by(*in_text)
    visits = whole_visits(article.visits.live()).order_by(*in_text)
    found = Facts(
        people=_people(article, people),
        others=_mentions(article, _others(article)),
        projects=[_project(article, row) for row in projects],
        policies=_mentions(article, policies),
        places=_mentions(article, places),
        topics=_mentions(article, topics),
        quotations=[saying(row, article, known) for row in quotations],
        visits=[journey(row, article, known) for row in visits],
    )
    return found, list(_marks(people, places, projects, policies))


def days_of(event_dates: list[dict]) -> list[str]:
    """Return the days, or runs of days, that the text names exactly; each once, at most six."""
    days = [(one["first"], one["last"]) for one in event_dates if one["precision"] == "day"]
    return [first if first == last else f"{first}—{last}" for first, last in dict.fromkeys(days)][:MOST_DAYS]


def _people(article: Article, mentions: list[OfficialMention]) -> list[PersonFact]:
    posts: dict[int, list[TenureEvidence]] = defaultdict(list)
    for row in article.tenureevidences.live().select_related("tenure__post").order_by("start", "pk"):
        posts[row.tenure.official_id].append(row)
    return [_person(article, mention, posts[mention.official_id]) for mention in mentions]


def _others(article: Article) -> Iterable[PersonMention]:
    """People outside public life whom a curator confirmed; no other name without a post is shown."""
    vouched = article.personmentions.filter(status__in=VOUCHED)
    return vouched.exclude(role__in=Official.Role.values).order_by("start", "pk")


def _person(article: Article, mention: OfficialMention, posts: list[TenureEvidence]) -> PersonFact:
    rows: list = posts or [mention]
    quotes = {row.sentence: quote(row, article) for row in reversed(rows) if row.sentence}
    return PersonFact(mention.official, tuple(posts), standing(mention, *posts), tuple(reversed(quotes.values())))


def _project(article: Article, mention: ProjectMention) -> ProjectFact:
    figures = (FigureFact(figure, *raw_line(article, figure.start)) for figure in mention.figures.all())
    return ProjectFact(mention, pips(mention.stage), tuple(figures), quote(mention, article))


def _mentions(article: Article, rows: Iterable[Mention]) -> list[MentionFact]:
    return [MentionFact(row, quote(row, article)) for row in rows]


def _marks(
    people: list[OfficialMention],
    places: list[PlaceMention],
    projects: list[ProjectMention],
    policies: list[PolicyMention],
) -> Iterator[Mark]:
    return chain(
        *(marks_of(row, "person", row.official.get_absolute_url()) for row in people),
        *(marks_of(row, "place", row.place.get_absolute_url()) for row in places),
        *(marks_of(row, "project", row.project.get_absolute_url()) for row in projects),
        *(marks_of(row, "policy", row.policy.get_absolute_url()) for row in policies),
    )
