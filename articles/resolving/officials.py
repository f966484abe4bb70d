"""Officials: who of those that bear a name is meant.

A name with a post is the person of that name who is known by a post in the same area (a prefecture, a province's own
offices, the nation, one company). Where one article gives a person posts of two areas, both are one person's from then
on. A name without any post is settled in untitled.py, when all posts of the page are known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef

from articles.curation import is_touched, lay_over
from articles.models import LIVE, Article, Official, OfficialMention, OpenQuestion, Post, Status, Tenure, TenureEvidence
from articles.reading.records import Person
from articles.resolving.evidence import Read, fit
from articles.resolving.joining import join_officials
from articles.resolving.pinyin import name_pinyin
from articles.resolving.places import PlaceBook
from articles.resolving.posts import Held, scope
from articles.resolving.standing import Questions, merge_target, rows_read_as

ROLES = ("official", "executive", "expert")


@dataclass(eq=False, slots=True)
class Known:
    """An official while one page is resolved: the row, the scopes of the posts, the provinces they lie in.

    `stale` are scopes that only the page's earlier reading gave; `heir` is the one this one turned out to be.
    """

    row: Official
    scopes: set[str] = field(default_factory=set)
    provinces: set[int] = field(default_factory=set)
    stale: set[str] = field(default_factory=set)
    heir: Known | None = None
    changed: bool = False

    @property
    def now(self) -> Known:
        """The one whom this name stands for after all joining."""
        return self.heir.now if self.heir else self


@dataclass(eq=False, slots=True)
class Claim:
    """What one article says of one name."""

    read: Read
    person: Person
    name: str
    posts: list[Held]

    @property
    def scopes(self) -> set[str]:
        """The areas and organs of the posts given."""
        return {held.scope for held in self.posts if held.scope}

    @property
    def provinces(self) -> set[int]:
        """The provinces of the posts given."""
        return {held.place.province_id for held in self.posts if held.place and held.place.province_id}


def claims_of(reads: Sequence[Read], places: PlaceBook) -> list[Claim]:
    """Return what the articles say of people in public life; reporters, citizens and the dead of history have no row,
    nor has anybody whom no rule read."""
    return [
        Claim(
            read, person, fit(Official, "name", person.name), [Held(post, person.role, places) for post in person.posts]
        )
        for read in reads
        for person in read.facts.people
        if person.role in ROLES and person.name and not person.is_unconfirmed
    ]


class Register:
    """All officials who bear the names of one page, and what is decided about them. `changed` names those names whose
    bearers are others than before; `tenures` the tenures to be dated anew. `lost` are the officials whom the page named
    before, `stale` the tenures that no article gives any more: they hold nobody to an area.
    """

    def __init__(
        self, names: set[str], articles: Sequence[Article], questions: Questions, lost: set[int], stale: set[int]
    ) -> None:
        self._questions, self._stale = questions, stale
        self._by_name: dict[str, list[Known]] = defaultdict(list)
        self._decided: dict[tuple[int, int], str] = {}
        self._vouched: dict[tuple[int, str], set[int]] = defaultdict(set)
        self.changed: set[str] = set()
        self.tenures: set[int] = set()
        self._load(names | set(Official.objects.filter(pk__in=lost).values_list("name", flat=True)))
        self.learn_decisions(articles)

    def learn_decisions(self, articles: Sequence[Article]) -> None:
        """Take note of the rows of these articles that curators decided."""
        if not articles:
            return
        rows = OfficialMention.objects.filter(article__in=articles).exclude(status=Status.FOUND)
        for row in rows.select_related("official"):
            self._decided[row.article_id, row.official_id] = row.status
            if row.is_vouched:
                for name in (row.official.name, row.official.derived.get("name", row.official.name)):
                    self._vouched[row.article_id, name].add(row.official_id)

    def _load(self, names: set[str]) -> None:
        knowns: dict[int, Known] = {}
        for name, rows in rows_read_as(Official, "name", names).items():
            for row in rows:
                target = merge_target(row)
                known = knowns[row.pk] = knowns.setdefault(target.pk, Known(target))
                if known not in self._by_name[name]:
                    self._by_name[name].append(known)
        evidence = TenureEvidence.objects.filter(tenure=OuterRef("pk"))
        # A tenure all of whose evidence was rejected says nothing; one without any was made by a curator, or is stale.
        held = Exists(evidence.filter(status__in=LIVE)) | ~Exists(evidence)
        for tenure in Tenure.objects.filter(held, official__in=knowns).select_related("post__place"):
            _add_post(knowns[tenure.official_id], tenure.post, tenure.pk in self._stale)

    def bearers(self, name: str) -> list[Known]:
        """Return all who bear a name, the longest known first."""
        return self._by_name[name]

    def is_rejected(self, read: Read, known: Known) -> bool:
        """Whether a curator said that the article does not mean this official."""
        return self._decided.get((read.article.pk, known.row.pk)) == Status.REJECTED

    def is_decided(self, read: Read, known: Known) -> bool:
        """Whether a curator's own row stands for this article and official."""
        return (read.article.pk, known.row.pk) in self._decided

    def vouched(self, claim: Claim) -> Known | None:
        """Return the one of this name whom a curator found in the article."""
        keys = self._vouched.get((claim.read.article.pk, claim.name), set())
        found = [known for known in self._by_name[claim.name] if known.row.pk in keys]
        return found[0] if len(found) == 1 else None

    def settle(self, claim: Claim) -> Known | None:
        """Return whom a name with posts means: one who is known, or someone new; None when that is a curator's to say."""
        known = self.vouched(claim) or self._matching(claim)
        if known is None or self.is_rejected(claim.read, known):
            return None
        if not claim.scopes <= known.scopes:
            self.changed.add(claim.name)
        known.scopes |= claim.scopes
        known.provinces |= claim.provinces
        _raise_role(known, claim.person.role)
        self._ask_namesakes(claim, known)
        return known

    def _matching(self, claim: Claim) -> Known | None:
        by_scope = [[k for k in self._by_name[claim.name] if one in k.scopes] for one in sorted(claim.scopes)]
        matches = list(dict.fromkeys(known for knowns in by_scope for known in knowns))
        if any(len(knowns) > 1 for knowns in by_scope):
            ask(self._questions, claim, matches)
            return None
        if not matches:
            return self._abandoned(claim) or self._new(claim)
        return self._join(claim, matches)

    def _abandoned(self, claim: Claim) -> Known | None:
        """The one whom only the page's earlier reading knew: the same person, read better now."""
        left = [known for known in self._by_name[claim.name] if known.stale and not known.scopes]
        return max(left, key=lambda known: bool(known.stale & claim.scopes), default=None)

    def _new(self, claim: Claim) -> Known:
        read = {"name": claim.name, "role": claim.person.role}
        known = Known(Official(**read, pinyin=name_pinyin(claim.name), derived=read))
        known.row.save()
        self._by_name[claim.name].append(known)
        return known

    def _ask_namesakes(self, claim: Claim, known: Known) -> None:
        """Ask once whether an official is the same as one of this name elsewhere in the province."""
        near = [
            other for other in self._by_name[claim.name] if other is not known and other.provinces & known.provinces
        ]
        if near:
            asked = OpenQuestion.objects.filter(kind=OpenQuestion.Kind.OFFICIAL, text=claim.name)
            if not any(_is_among(known.row, candidates) for candidates in asked.values_list("candidates", flat=True)):
                ask(self._questions, claim, [known, *near])

    def _join(self, claim: Claim, matches: list[Known]) -> Known | None:
        """Make one of all that the article's posts lead to; a curator decides when two of them were worked on."""
        touched = [known for known in matches if len(matches) > 1 and _is_touched(known.row)]
        if len(touched) > 1:
            ask(self._questions, claim, matches)
            return None
        elder = (touched or sorted(matches, key=lambda known: known.row.pk))[0]
        for younger in matches:
            if younger is not elder:
                self.tenures |= join_officials(elder.row, younger.row)
                younger.heir = elder
                elder.scopes |= younger.scopes
                elder.provinces |= younger.provinces
                _raise_role(elder, younger.row.role)
                self._by_name[claim.name].remove(younger)
                self.changed.add(claim.name)
        return elder

    def leave_out(self, gone: set[int]) -> None:
        """Forget officials whom no article gives a post any more, and note the names that this leaves to others."""
        for name, knowns in self._by_name.items():
            if any(known.stale - known.scopes or known.row.pk in gone for known in knowns):
                self.changed.add(name)
            knowns[:] = [known for known in knowns if known.row.pk not in gone]

    def save(self) -> None:
        """Store roles that a page has raised."""
        knowns = {known for knowns in self._by_name.values() for known in knowns}
        changed = [known.row for known in knowns if known.changed]
        for row in changed:
            row.role = lay_over(row, row.derived)["role"]
        Official.objects.bulk_update(changed, ["role", "derived"])


def ask(questions: Questions, claim: Claim, candidates: Iterable[Known]) -> None:
    """Leave to a curator whom the name means."""
    span = next(iter(claim.read.spans(claim.person.mentions)), None)
    questions.ask(claim.read, OpenQuestion.Kind.OFFICIAL, claim.name, span, [known.row for known in candidates])


def _add_post(known: Known, post: Post, is_stale: bool) -> None:
    within = scope(post.organ, post.place)
    if within:
        (known.stale if is_stale else known.scopes).add(within)
    if post.place and post.place.province_id and not is_stale:
        known.provinces.add(post.place.province_id)


def _is_among(row: Official, candidates: list[dict[str, Any]]) -> bool:
    return any(candidate.get("id") == row.pk for candidate in candidates)


def _raise_role(known: Known, role: str) -> None:
    """An official who also heads a company is an official, whichever article came first."""
    if ROLES.index(role) < ROLES.index(known.row.derived.get("role", known.row.role)):
        known.row.derived = {**known.row.derived, "role": role}
        known.changed = True


def _is_touched(row: Official) -> bool:
    mentions = OfficialMention.objects.filter(official=row).exclude(status=Status.FOUND)
    evidence = TenureEvidence.objects.filter(tenure__official=row).exclude(status=Status.FOUND)
    return is_touched(row) or mentions.exists() or evidence.exists()
