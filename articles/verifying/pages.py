"""One page read again: every fact that it holds against its raw text, at most six queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Q

from articles.models import Article, Edit, Page, Stage
from articles.models.base import Status
from articles.verifying.checks import Text, problems
from articles.verifying.facts import TABLES, Fact, Names, facts_of, other_names
from articles.verifying.lines import RawLines, leads_astray, numbers_of

BODY = "text"
DATE = "date"
HEADS = ("headline", "kicker", "subhead", "section")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a fact; corrected says that a curator changed what reading found, so that it is no failure."""

    article: int
    kind: str
    what: str
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Check:
    """What was found on one page: how many facts were checked, and what is wrong with them."""

    page: Page
    facts: int
    faults: tuple[Fault, ...]

    @property
    def wrong(self) -> int:
        """How many failures there are; a curator's corrections are none."""
        return sum(not fault.corrected for fault in self.faults)


def verify_page(key: int) -> Check:
    """Read a page's raw text again and hold against it every fact stored of the page that a visitor sees.

    Reads one page's text and facts at a time, in five queries, and one more where something differs: what curators
    changed. Raises Page.DoesNotExist.
    """
    page = Page.objects.select_related("newspaper").get(pk=key)
    articles = list(page.articles.readable().defer("search_text", "keywords"))
    facts = facts_of(page)
    checked = _Checked(page, articles, facts, other_names(page))
    count = len(facts) + len(articles) + sum(len(article.event_dates) for article in articles)
    count += sum(fact.kind == "project" and fact.stage != Stage.UNKNOWN for fact in facts)
    return Check(page, count, tuple(checked.faults()))


class _Checked:
    """The articles of one page with their facts, held against the raw lines."""

    def __init__(self, page: Page, articles: Sequence[Article], facts: Sequence[Fact], names: Names) -> None:
        self._raw = RawLines(page.raw_text.split("\n"))
        self._articles, self._names = articles, names
        self._facts: dict[int, list[Fact]] = defaultdict(list)
        for fact in facts:
            self._facts[fact.article].append(fact)

    def faults(self) -> list[Fault]:
        """Return what is wrong, in the order of the page; curators' work is asked for only where something is."""
        found = [fault for article in self._articles for fault in self._article(article, _shown(article))]
        if not found:
            return []
        edits = self._edits()
        return [fault for article in self._articles for fault in self._judged(article, edits)]

    def _article(self, article: Article, text: Text) -> Iterator[Fault]:
        """What is wrong with an article's way back to its lines, its days and its facts, by the text given."""
        yield from (Fault(article.pk, kind, what) for kind, what in self._text(article, text))
        for fact in self._facts[article.pk]:
            yield from (Fault(article.pk, fact.kind, what) for what in self._fact(article, fact, text))

    def _text(self, article: Article, text: Text) -> Iterator[tuple[str, str]]:
        what = leads_astray(text.body, article.offsets, numbers_of(article.body_lines), self._raw)
        if what:
            yield BODY, what
        for day in article.event_dates:
            if text.body[day["start"] : day["end"]] != day["text"]:
                yield DATE, f"{day['text']} does not stand at {day['start']}–{day['end']}"

    def _fact(self, article: Article, fact: Fact, text: Text) -> list[str]:
        if fact.kind == "contributor":
            lines = numbers_of(article.headline_lines + article.body_lines)
            printed = self._raw.print(lines, fact.name)
            return [] if printed else [f"{fact.name} is printed on none of the article's lines"]
        return problems(fact, _with_places(text, self._facts[article.pk]), self._names)

    def _judged(self, article: Article, edits: dict[tuple[str, int], list[Edit]]) -> Iterator[Fault]:
        """The article's faults, those that a curator's correction explains marked as such."""
        mine = edits.get(("article", article.pk), [])
        now, before = _shown(article), _as_read(article, mine)
        for kind, what in self._text(article, now):
            field = "body" if kind == BODY else "event_dates"
            edited = any(edit.field in (field, "body") for edit in mine)
            yield Fault(article.pk, kind, what, edited and self._held(article, kind, field, before, mine))
        for fact in self._facts[article.pk]:
            touched = fact.status == Status.ADDED or (TABLES[fact.kind]._meta.model_name, fact.pk) in edits
            wrong = self._fact(article, fact, now)
            least = min((wrong, *(self._fact(article, fact, text) for text in before)), key=len) if wrong else []
            yield from (Fault(article.pk, fact.kind, what, touched or not least) for what in least or wrong)

    def _held(self, article: Article, kind: str, field: str, before: Sequence[Text], edits: Sequence[Edit]) -> bool:
        """Whether it held in a text as read, or a curator set the days."""
        if any(edit.field == field == "event_dates" for edit in edits):
            return True
        return any(kind not in dict(self._text(article, text)) for text in before)

    def _edits(self) -> dict[tuple[str, int], list[Edit]]:
        """What curators changed of these articles and facts, by model and key. One query."""
        wanted = Q(target_type__model="article", target_id__in=[article.pk for article in self._articles])
        keys: dict[str, list[int]] = defaultdict(list)
        for fact in (fact for facts in self._facts.values() for fact in facts):
            keys[str(TABLES[fact.kind]._meta.model_name)].append(fact.pk)
        for model, pks in keys.items():
            wanted |= Q(target_type__model=model, target_id__in=pks)
        found: dict[tuple[str, int], list[Edit]] = defaultdict(list)
        rows = Edit.objects.filter(wanted, target_type__app_label="articles").select_related("target_type")
        for edit in rows.order_by("pk"):
            found[edit.target_type.model, edit.target_id].append(edit)
        return found


def _shown(article: Article) -> Text:
    return Text(article.body, _around(article))


def _around(article: Article) -> tuple[str, ...]:
    heads = (getattr(article, field) for field in HEADS)
    return (*filter(None, heads), *(head["text"] for head in article.crossheads))


def _as_read(article: Article, edits: Sequence[Edit]) -> list[Text]:
    """The article's texts before curators changed them: as kept of the last reading, and as the log has them."""
    olds = [edit.old for edit in edits if edit.field == "body"] + [article.derived.get("body"), article.body]
    heads = [edit.old for edit in edits if edit.field in HEADS] + [article.derived.get(field) for field in HEADS]
    around = (*_around(article), *(head for head in heads if isinstance(head, str) and head))
    return [Text(body, around) for body in dict.fromkeys(olds) if isinstance(body, str)] if edits else []


def _with_places(text: Text, facts: Sequence[Fact]) -> Text:
    """Add to a text what its facts tell: where its places stand, and its byline."""
    places: dict[tuple[int, int], set[str]] = defaultdict(set)
    for fact in facts:
        if fact.kind == "place":
            for start, end in fact.places:
                places[start, end].add(fact.name)
    byline = (f"{fact.words} {fact.name}" for fact in facts if fact.kind == "contributor")
    return Text(text.body, (*text.around, *byline), places)
