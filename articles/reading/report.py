"""A reading as plain dictionaries, in the form that `read_page --json` prints."""

from __future__ import annotations

from typing import Any

from articles.reading.records import (
    ArticleReading,
    ArticleText,
    Decoded,
    EventDate,
    Figure,
    Furniture,
    PageReading,
    Person,
    PlaceMention,
    Policy,
    PostHeld,
    Project,
    Quotation,
    Source,
    Span,
    Variant,
    Visit,
)

Json = dict[str, Any]


def page_report(reading: PageReading, decoded: Decoded, file_name: str) -> Json:
    """Return the whole reading of one file."""
    return {
        "file": file_name,
        "encoding": decoded.encoding,
        "source": _source(reading.source),
        "articles": [article_report(article) for article in reading.articles],
        "furniture": [_furniture(item) for item in reading.furniture],
        "variants": [_variant(variant) for variant in reading.variants],
    }


def article_report(article: ArticleReading) -> Json:
    """Return one article with its facts."""
    facts = article.facts
    return {
        **_text(article.text),
        "event_date": [day.first.isoformat() for day in facts.event_dates if day.precision == "day"],
        "event_dates": [_event_date(one) for one in facts.event_dates],
        "people": [_person(person) for person in facts.people],
        "places": [_place(place) for place in facts.places],
        "primary_places": list(facts.primary_places),
        "policies": [_policy(policy) for policy in facts.policies],
        "projects": [_project(project) for project in facts.projects],
        "topics": [topic.name for topic in facts.topics],
        "quotations": [_quotation(quotation) for quotation in facts.quotations],
        "visits": [_visit(visit) for visit in facts.visits],
    }


def _source(source: Source) -> Json:
    return {
        "paper": source.paper,
        "home_place": source.home_place,
        "date": source.date.isoformat() if source.date else None,
        "page": source.page,
    }


def _text(text: ArticleText) -> Json:
    return {
        "kind": text.kind,
        "section": text.section,
        "kicker": text.kicker,
        "headline": text.headline,
        "subhead": text.subhead,
        "byline": [{"name": one.name, "role": one.role} for one in text.byline],
        "paragraphs": list(text.paragraphs),
        "crossheads": [{"text": head.text, "before": head.before} for head in text.crossheads],
        "body_lines": [list(lines) for lines in text.body_lines],
        "headline_lines": [list(lines) for lines in text.headline_lines],
        "confidence": round(text.confidence, 4),
        "reasons": list(text.reasons),
        "continued_on": text.continued_on,
        "reprint_of": text.reprint_of,
    }


def _event_date(one: EventDate) -> Json:
    return {**_days(one), **_span(one.span)}


def _days(one: EventDate) -> Json:
    return {"first": one.first.isoformat(), "last": one.last.isoformat(), "precision": one.precision}


def _person(person: Person) -> Json:
    return {
        "name": person.name,
        "role": person.role,
        "confidence": round(person.confidence, 4),
        "posts": [_post(post) for post in person.posts],
        "mentions": _spans(person.mentions),
    }


def _post(post: PostHeld) -> Json:
    held = {"text": post.text, "resolved": post.resolved, "place": post.place}
    return {**held, "former": True} if post.former else held


def _place(place: PlaceMention) -> Json:
    return {"text": place.text, "resolved": place.resolved, "kind": place.kind, "mentions": _spans(place.mentions)}


def _policy(policy: Policy) -> Json:
    return {
        "title": policy.title,
        "short": policy.short,
        "issuer": policy.issuer,
        "mentions": _spans(policy.mentions),
    }


def _project(project: Project) -> Json:
    return {
        "name": project.name,
        "place": project.place,
        "investment_yuan": project.investment_yuan,
        "stage": project.stage,
        "stage_text": project.stage_span.text if project.stage_span else None,
        "figures": [_figure(figure) for figure in project.figures],
        "mentions": _spans(project.mentions),
    }


def _figure(figure: Figure) -> Json:
    return {"label": figure.label, "value": figure.value, "unit": figure.unit, "text": figure.span.text}


def _quotation(quotation: Quotation) -> Json:
    return {
        "speaker": quotation.speaker,
        "role": quotation.role,
        "verb": quotation.verb,
        "direct": quotation.direct,
        "words": _spans(quotation.words),
        **_span(quotation.span),
    }


def _visit(visit: Visit) -> Json:
    return {
        "official": visit.official,
        "date": [visit.date.first.isoformat(), visit.date.last.isoformat()] if visit.date else None,
        "precision": visit.date.precision if visit.date else None,
        "places": [{"resolved": stop.place, **_span(stop.span)} for stop in visit.stops if stop.place],
        "sites": [_span(stop.span) for stop in visit.stops if not stop.place],
        "companions": [{"name": one.name, "role": one.part, **_span(one.span)} for one in visit.companions],
        "mentions": _spans(visit.mentions),
    }


def _furniture(item: Furniture) -> Json:
    return {"lines": list(item.lines), "kind": item.kind}


def _variant(variant: Variant) -> Json:
    span = _span(variant.span) if variant.span else None
    return {"terms": list(variant.terms), "article": variant.article, "span": span, "other": variant.other}


def _spans(spans: tuple[Span, ...]) -> list[Json]:
    return [_span(span) for span in spans]


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end, "text": span.text}
