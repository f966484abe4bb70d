"""Rows for tests: plain functions that make one row with what matters given and the rest as plain as can be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser

from articles.models import (
    Article,
    Newspaper,
    Official,
    OfficialMention,
    Page,
    PersonMention,
    Place,
    PlaceMention,
    Policy,
    PolicyMention,
    Post,
    Project,
    ProjectFigure,
    ProjectMention,
    Quotation,
    Tenure,
    TenureEvidence,
    Topic,
    TopicMention,
    Visit,
    VisitCompanion,
    VisitStop,
)
from articles.search.text import search_text

LEVELS = {1: "province", 2: "prefecture", 3: "county", 4: "township", 5: "village"}


def make_place(path: str = "山西省/晋中市/左权县", code: str | None = None, **values: Any) -> Place:
    """Make a place and all above it; the code is made from the path unless given."""
    found = Place.objects.filter(path=path).first()
    if found:
        return found
    above, _, name = path.rpartition("/")
    parent = make_place(above) if above else None
    level = LEVELS[path.count("/") + 1]
    code = code or sha256(path.encode()).hexdigest()[:12]
    place = Place.objects.create(
        code=code, name=name, short_name=name[:-1] or name, level=level, parent=parent, path=path, **values
    )
    for ancestor in ("province", "prefecture", "county"):
        setattr(place, ancestor, place if ancestor == level else getattr(parent, ancestor, None))
    place.save()
    return place


def make_newspaper(name: str = "晋中日报", slug: str = "jinzhong-ribao", **values: Any) -> Newspaper:
    """Make a newspaper, or return the one of this name."""
    return Newspaper.objects.get_or_create(name=name, defaults={"slug": slug, **values})[0]


def make_page(
    newspaper: Newspaper | None = None, day: date | None = date(2021, 8, 7), number: int | None = 1, **values: Any
) -> Page:
    """Make a page; its file name and hash come from its identity."""
    newspaper = newspaper or make_newspaper()
    name = values.pop("file_name", f"{newspaper.name}_{day}_{number}.txt")
    raw = values.pop("raw_text", "一行字。\n")
    return Page.objects.create(
        newspaper=newspaper, date=day, date_precision="day" if day else "unknown", number=number, file_name=name,
        sha256=sha256(name.encode()).hexdigest(), raw_text=raw, encoding="utf-8", reader_version="1.0", **values,
    )  # fmt: skip


def make_article(
    page: Page | None = None, headline: str = "项目开工", body: str = "县里的项目开工了。", **values: Any
) -> Article:
    """Make an article of a page; its newspaper and date are the page's."""
    page = page or Page.objects.first() or make_page()
    position = values.pop("position", page.articles.count())
    article = Article(
        page=page, newspaper=page.newspaper, published=page.date, position=position, headline=headline, body=body,
        uid=sha256(f"{page.pk} {position}".encode()).hexdigest()[:32], **values,
    )  # fmt: skip
    article.search_text = search_text(article)
    article.save()
    return article


def make_official(name: str = "郑文若", **values: Any) -> Official:
    """Make an official."""
    return Official.objects.create(name=name, **values)


def make_post(name: str = "左权县县长", title: str = "县长", place: Place | None = None) -> Post:
    """Make a post, or return the one of this name and place."""
    return Post.objects.get_or_create(name=name, place=place, defaults={"title": title, "organ": ""})[0]


def make_tenure(official: Official, post: Post, article: Article | None = None, **values: Any) -> Tenure:
    """Make a tenure, with evidence when an article is given."""
    tenure = Tenure.objects.create(official=official, post=post, **values)
    if article:
        TenureEvidence.objects.create(tenure=tenure, article=article, text=post.title, sentence=article.body)
    return tenure


def make_project(name: str = "石磨坊水库除险加固工程", place: Place | None = None, **values: Any) -> Project:
    """Make a project."""
    return Project.objects.create(name=name, place=place, **values)


def make_policy(title: str = "左权县水库安全管理办法", **values: Any) -> Policy:
    """Make a policy."""
    return Policy.objects.create(title=title, **values)


def make_topic(name: str = "乡村振兴", slug: str = "rural-revitalisation", **values: Any) -> Topic:
    """Make a topic, or return the one of this name."""
    return Topic.objects.get_or_create(name=name, defaults={"slug": slug, **values})[0]


def make_mention(article: Article, entity: Any, **values: Any) -> Any:
    """Make the row that says that the article names the entity."""
    kind = {
        Place: PlaceMention, Official: OfficialMention, Project: ProjectMention, Policy: PolicyMention,
        Topic: TopicMention,
    }[type(entity)]  # fmt: skip
    return kind.objects.create(
        article=article, **{entity._meta.model_name: entity}, **{"sentence": article.body, "rule": "test", **values}
    )


def make_figure(
    report: ProjectMention, label: str = "总投资", value: int = 500_000_000, **values: Any
) -> ProjectFigure:
    """Make a figure of a report, in yuan unless the unit is given."""
    return ProjectFigure.objects.create(
        report=report, label=label, value=value, **{"unit": "元", "text": f"{value}元", "start": 0, "end": 1, **values}
    )


def make_quotation(
    article: Article, official: Official | None = None, words: str = "水库年底完工。", **values: Any
) -> Quotation:
    """Make what an official says in an article."""
    told = {"speaker": official.name if official else "郑文若", "verb": "说", "sentence": article.body, "rule": "test"}
    return Quotation.objects.create(article=article, official=official, words=[words], **{**told, **values})


def make_name(article: Article, name: str = "冯占海", **values: Any) -> PersonMention:
    """Make a name that waits for a curator."""
    at = max(0, article.body.find(name))
    told = {"sentence": article.body, "rule": "tagger", "confidence": 0.5, "start": at, "end": at + len(name)}
    told["spans"] = [[at, at + len(name)]]
    return PersonMention.objects.create(article=article, name=name, **{**told, **values})


def make_visit(
    article: Article,
    official: Official | None = None,
    stops: Sequence[Place | str] = (),
    along: Sequence[Official] = (),
    day: date | None = None,
    **values: Any,
) -> Visit:
    """Make a visit that an article tells of: to places and sites, with officials along."""
    told = {"name": official.name if official else "郑文若", "sentence": article.body, "rule": "test"}
    told |= {"first": day, "last": day, "precision": "day"} if day else {}
    visit = Visit.objects.create(article=article, official=official, **{**told, **values})
    for number, stop in enumerate(stops):
        place = stop if isinstance(stop, Place) else None
        VisitStop.objects.create(visit=visit, place=place, text=str(stop), start=number, end=number + 1)
    for number, one in enumerate(along):
        VisitCompanion.objects.create(visit=visit, official=one, name=one.name, start=number, end=number + 1)
    return visit


def make_curator(name: str = "curator") -> AbstractBaseUser:
    """Make a user who corrects; there is no password, so nobody logs in as them."""
    return get_user_model().objects.get_or_create(username=name)[0]
