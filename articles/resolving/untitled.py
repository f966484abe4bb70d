"""Names without a post: an official's when exactly one of that name serves at the newspaper's home, else a question.

Who bears a name changes with every page, so whenever it does, what was said of that name elsewhere is settled anew.
"""

from __future__ import annotations

from collections.abc import Iterable

from articles.models import OfficialMention, OpenQuestion, Status
from articles.reading.records import Facts, Person, Span
from articles.resolving.bearers import name_bearers_anew
from articles.resolving.evidence import Read, occurrences
from articles.resolving.officials import Claim, Known, Register, ask
from articles.resolving.places import area_of
from articles.resolving.standing import Questions

RULE = "name without a post"
CONFIDENCE = 0.6
# A name of two characters may be a word elsewhere in the text (安康), so that only the place read counts.
SURE_LENGTH = 3


def untitled_rows(claims: Iterable[Claim], register: Register, questions: Questions) -> list[OfficialMention]:
    """Return the mention rows of names whose bearer is plain; the others are asked about."""
    found: dict[tuple[int, int], OfficialMention] = {}
    for claim in claims:
        known = register.vouched(claim) or _at_home(claim, register)
        if questions.is_closed(claim.read.article, OpenQuestion.Kind.OFFICIAL, claim.name):
            continue
        bearers = register.bearers(claim.name)
        if known is None and (bearers or claim.person.role == "official"):
            ask(questions, claim, bearers)
        elif known and not register.is_decided(claim.read, known):
            found.setdefault((claim.read.article.pk, known.row.pk), _row(claim, known))
    return list(found.values())


def _at_home(claim: Claim, register: Register) -> Known | None:
    home = claim.read.article.page.home_place
    within = f"area {area_of(home)}" if home else ""
    serving = [known for known in register.bearers(claim.name) if within in known.scopes]
    return serving[0] if len(serving) == 1 else None


def _row(claim: Claim, known: Known) -> OfficialMention:
    read = claim.read
    spans = read.spans(claim.person.mentions)
    everywhere = occurrences(read.article.body, claim.name) if len(claim.name) >= SURE_LENGTH else spans[:1]
    return OfficialMention(official=known.row, **read.mention(everywhere or spans, RULE, CONFIDENCE))


def settle_elsewhere(register: Register, here: set[int], gone: set[int]) -> None:
    """Settle anew, on other pages, the names whose bearers are others than before.

    `here` are this page's articles, `gone` the officials whom no article gives a post any more.
    """
    if not register.changed:
        return
    bearers = {known.row.pk for name in register.changed for known in register.bearers(name)} | gone
    mentions = OfficialMention.objects.filter(rule=RULE, status=Status.FOUND, official__in=bearers)
    asked = OpenQuestion.objects.filter(
        kind=OpenQuestion.Kind.OFFICIAL, state=OpenQuestion.State.OPEN, text__in=register.changed
    )
    places = "article__page__home_place"
    rows = [*mentions.exclude(article__in=here).select_related(places, "official")]
    questions = [*_untitled(asked.exclude(article__in=here).select_related(places), bearers)]
    claims = [_claim(row, row.official.derived.get("name", row.official.name)) for row in rows]
    claims += [_claim(question, question.text) for question in questions]
    OfficialMention.objects.filter(pk__in=[row.pk for row in rows]).delete()
    OpenQuestion.objects.filter(pk__in=[question.pk for question in questions]).delete()
    _settle(claims, register)
    name_bearers_anew({(claim.read.article.pk, claim.name) for claim in claims})


def _untitled(asked: Iterable[OpenQuestion], bearers: set[int]) -> list[OpenQuestion]:
    """Leave out the questions whether two who hold posts are one: there the article has a row for the name."""
    asked = list(asked)
    rows = OfficialMention.objects.filter(article__in=[question.article_id for question in asked], official__in=bearers)
    titled = set(rows.exclude(rule=RULE).values_list("article", flat=True))
    return [question for question in asked if question.article_id not in titled]


def _claim(row: OfficialMention | OpenQuestion, name: str) -> Claim:
    span = (Span(row.start, row.end, name),) if row.start is not None and row.end is not None else ()
    person = Person(name, "official", (), span, RULE, CONFIDENCE)
    return Claim(Read(row.article, Facts(), row.article.body), person, name, [])


def _settle(claims: list[Claim], register: Register) -> None:
    articles = [claim.read.article for claim in claims]
    register.learn_decisions(articles)
    questions = Questions(articles)
    OfficialMention.objects.bulk_create(untitled_rows(claims, register, questions))
    questions.save()
