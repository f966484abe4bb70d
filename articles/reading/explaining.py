"""A page line by line: who owns each line, as which part, and why each article was cut as it was."""

from __future__ import annotations

from articles.reading.records import ArticleReading, PageReading, Quotation, Variant, Visit


def explain_page(text: str, reading: PageReading) -> str:
    """Return one line of explanation a raw line, then each article with its reasons and the rule of each fact."""
    owners = _owners(reading)
    lines = [f"{number:>5} {owners.get(number, ''):<16} {line}" for number, line in enumerate(text.splitlines(), 1)]
    blocks = [_explain(number, article) for number, article in enumerate(reading.articles, 1)]
    variants = [_variant(variant) for variant in reading.variants]
    return "\n".join([*lines, "", *blocks, *variants])


def _owners(reading: PageReading) -> dict[int, str]:
    owners = {n: item.kind for item in reading.furniture for n in range(item.lines[0], item.lines[1] + 1)}
    for number, article in enumerate(reading.articles, 1):
        for part, ranges in (("body", article.text.body_lines), ("headline", article.text.headline_lines)):
            owners |= {n: f"{number} {part}" for first, last in ranges for n in range(first, last + 1)}
    return owners


def _explain(number: int, article: ArticleReading) -> str:
    text, facts = article.text, article.facts
    head = f"article {number}: {text.headline or '(no headline)'} [{text.kind}] confidence {text.confidence:.2f}"
    found = [
        *(f"  person {p.name} ({p.role}) by {p.rule}: {'; '.join(q.resolved for q in p.posts)}" for p in facts.people),
        *(f"  place {p.text} = {p.resolved or '?'} by {p.rule}" for p in facts.places),
        *(f"  policy {p.title} by {p.rule}" for p in facts.policies),
        *(f"  project {p.name} ({p.stage}) by {p.rule}" for p in facts.projects),
        *(f"  topic {t.name} {t.score:.2f} by {', '.join(t.words)}" for t in facts.topics),
        *(f"  quotation of {q.speaker} ({q.role}, {q.verb}) by {q.rule}: {_words(q)}" for q in facts.quotations),
        *(f"  visit of {v.official} by {v.rule}: {_way(v)}" for v in facts.visits),
    ]
    return "\n".join([head, *(f"  because {reason}" for reason in text.reasons), *found])


def _variant(variant: Variant) -> str:
    rare, common = variant.terms
    return f"written in two ways: {rare} (article {variant.article + 1}), {common} (article {variant.other + 1})"


def _words(quotation: Quotation) -> str:
    return " … ".join(span.text for span in quotation.words)


def _way(visit: Visit) -> str:
    """The day, the stops and the companions of a visit."""
    day = f"{visit.date.first}–{visit.date.last}" if visit.date else "undated"
    stops = "; ".join(stop.place or stop.span.text for stop in visit.stops)
    along = f" with {', '.join(one.name for one in visit.companions)}" if visit.companions else ""
    return f"{day}, {stops}{along}"
