"""Headlines and bodies paired over the whole page at once.

Display lines are read from top to bottom; each run of one to five goes to an article that has none yet, or is an inner
heading, a label, or stands alone. A beam search keeps the best divisions; weights as in evidence.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.reading.lines.marks import heads_one_article
from articles.reading.splitting.blocks import Blocks
from articles.reading.splitting.crossheads import crosshead_like, crosshead_twins
from articles.reading.splitting.evidence import Evidence
from articles.reading.splitting.heading_links import link_weight
from articles.reading.splitting.heading_signs import DASHES
from articles.reading.splitting.label_weights import announced_columns, label_weight, only_label_weight
from articles.reading.splitting.signatures import Signatures, read_signatures
from articles.reading.splitting.similarity import Likeness
from articles.reading.splitting.standing import Place, places_of

BEAM = 16
LONGEST_GROUP = 5
ALONE = -3.5
IN_TURN, BOTH_WAYS = 1.2, -1.0
# A note's label that stands away from a text which reads like one.
NOTE_FAR = 2.0
# A heading over a note that has its own label is of the text behind the note.
OVER_NOTE, LABELLED_NOTE = 2.0, -5.0
# 停水公告 is of a text that announces something, ——对话县委书记 of an interview, wherever on the page that stands.
OF_KIND = 2.0
# The heading of a text that goes on from another page stands there, or right over it.
FAR_FROM_RESUMED = -3.0
WIDE_ABOVE = 2.0
KICKER_OF_COMMENT, KICKER_ALONE = 1.5, -1.0
SUBHEAD_BELOW = -1.0
TWIN, LONE = 1.5, 1.0
# Weight against a headline that looks like the inner headings next to it.
LIKE_TWIN = 1.5
CROSSHEAD_MATCH = 0.5
# Weight of the share of a heading that its text says again, and of each rare piece that it does.
MATCH, MATCHED = 5.0, 0.08
# An inner heading over a text's first paragraph, under a headline that stands elsewhere.
FIRST_INSIDE = -2.0


@dataclass(frozen=True, slots=True)
class Story:
    """A body: the numbers of its paragraphs, as a set of bits too, and whether it is a caption."""

    paragraphs: tuple[int, ...]
    bits: int
    caption: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Display lines that belong together. role: headline (of a story), kicker (of one, elsewhere), crosshead, label, alone."""

    lines: tuple[int, ...]
    role: str
    story: int | None
    score: float


@dataclass(slots=True)
class State:
    """A division of the display lines so far: the last group, what came before, the stories that have one as bits.

    Never changed once made; it is not frozen, for a page makes ten thousand and that doubles what each costs.
    """

    score: float
    used: int = 0
    last: Group | None = None
    before: State | None = None

    def groups(self) -> tuple[Group, ...]:
        """The groups from the top of the page to the bottom."""
        found: list[Group] = []
        state: State | None = self
        while state is not None and state.last is not None:
            found.append(state.last)
            state = state.before
        return tuple(reversed(found))


@dataclass(slots=True)
class Pairing:
    """The pairing problem of one page; stories change with the borders tried, all else is fixed."""

    evidence: Evidence
    blocks: Blocks
    likeness: Likeness
    places: list[Place] = field(init=False)
    twins: set[int] = field(init=False)
    links: dict[int, float] = field(init=False)
    signatures: Signatures = field(init=False)
    kinds: dict[int, int] = field(init=False)
    columns: frozenset[str] = field(init=False)
    matched: dict[tuple[tuple[int, ...], int], float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.places = places_of(self.blocks)
        self.twins = crosshead_twins(self.evidence, self.blocks)
        self.columns = announced_columns(self.evidence)
        self.signatures = read_signatures(self.evidence, self.blocks)
        self.kinds = {
            i: self.signatures.of_kind(self.evidence.lines[i].text) for cluster in self.blocks.clusters for i in cluster
        }
        self.links = {
            i: link_weight(self.evidence, cluster, k)
            for cluster in self.blocks.clusters
            for k, i in enumerate(cluster)
            if k
        }

    def solve(self, stories: Sequence[Story]) -> State:
        """The best division of the display lines among these stories. Linear in lines and stories."""
        owner = {number: s for s, story in enumerate(stories) for number in story.paragraphs}
        states = [State(0.0)]
        for c, cluster in enumerate(self.blocks.clusters):
            states = self._through_cluster(c, cluster, stories, owner, states)
        return max(states, key=lambda state: state.score)

    def _through_cluster(
        self, c: int, cluster: tuple[int, ...], stories: Sequence[Story], owner: dict[int, int], states: list[State]
    ) -> list[State]:
        reached: list[list[State]] = [states] + [[] for _ in cluster]
        for at in range(len(cluster)):
            here = sorted(reached[at], key=lambda s: -s.score)[:BEAM]
            for size in range(1, min(LONGEST_GROUP, len(cluster) - at) + 1):
                for option in self._options(c, cluster, at, size, stories, owner):
                    mask = 1 << option.story if option.role == "headline" and option.story is not None else 0
                    reached[at + size] += [
                        State(
                            s.score + option.score + (self._follows(c, s.last, option, stories) if mask else 0.0),
                            s.used | mask,
                            option,
                            s,
                        )
                        for s in here
                        if not s.used & mask
                    ]
        return sorted(reached[-1], key=lambda s: -s.score)[:BEAM]

    def _options(
        self, c: int, cluster: tuple[int, ...], at: int, size: int, stories: Sequence[Story], owner: dict[int, int]
    ) -> list[Group]:
        """What the lines cluster[at:at + size] can be, with weights."""
        lines, place = cluster[at : at + size], self.places[c]
        if all(self.evidence.marks[i].kind == "source" for i in lines):
            return [self._source(c, lines, owner)]
        bond = sum(self.links[i] for i in lines[1:]) - 1.5 * max(0, size - 3)
        options = [Group(lines, *self._alone(c, lines, bond, len(stories)))] if size <= 3 else []
        options += self._kicker(cluster, at, lines, place.below, stories, owner)
        options += self._subhead_below(c, at, lines, stories, owner)
        inside = _owner(owner, place.below)
        first = inside != _owner(owner, place.above)
        if inside is not None and size == len(cluster) <= 3 and (c in self.twins or not first):
            crosshead = self._crosshead(c, cluster, stories[inside]) + FIRST_INSIDE * first
            options.append(Group(lines, "crosshead", inside, bond + crosshead))
        near = [place.above, place.below, place.above_any, place.below_any, self._beyond_note(c, stories, owner)]
        numbers = [n for n in (*near, *self.likeness.likely(lines)) if n is not None]
        told = self._told(lines, stories)
        for story in dict.fromkeys([owner[n] for n in numbers] + told):
            score = (
                only_label_weight(self.evidence, lines)
                + bond
                + self._position(c, at, size, story, stories, owner)
                + self._match(lines, stories[story].bits)
                + OF_KIND * (story in told)
            )
            options.append(Group(lines, "headline", story, score))
        return options

    def _told(self, lines: tuple[int, ...], stories: Sequence[Story]) -> list[int]:
        """The stories of the kind that a heading's lines name."""
        kind = 0
        for i in lines:
            kind |= self.kinds[i]
        return [s for s, story in enumerate(stories) if story.bits & kind] if kind else []

    def _follows(self, c: int, last: Group | None, option: Group, stories: Sequence[Story]) -> float:
        """Weight of a headline below another one in its cluster: in turn, or one of the text above and one of that below."""
        if last is None or last.role != "headline" or last.lines[-1] + 1 != option.lines[0]:
            return 0.0
        above, below, place = stories[last.story or 0], stories[option.story or 0], self.places[c]
        split = above.paragraphs[-1] == place.above and below.paragraphs[0] == place.below
        return IN_TURN * (option.story == (last.story or 0) + 1) + BOTH_WAYS * split

    def _alone(self, c: int, lines: tuple[int, ...], bond: float, stories: int) -> tuple[str, None, float]:
        """A label over several articles, or display text that belongs to no body."""
        if len(lines) == 1:
            outermost = c in (0, len(self.places) - 1) and stories > 1
            beside = len(self.blocks.clusters[c]) > 1
            weight = label_weight(self.evidence, lines[0], self.columns, outermost, beside)
            if weight is not None:
                return "label", None, weight
        return "alone", None, bond / 2 + ALONE - 0.5 * (len(lines) - 1)

    def _source(self, c: int, lines: tuple[int, ...], owner: dict[int, int]) -> Group:
        """A note by itself that says where a text was printed (●《…日报》8月6日二版刊发) is of the text above, or else below."""
        above, below = self.places[c].above_any, self.places[c].below_any
        number = above if above is not None else below
        return Group(lines, "alone", None, 0.0) if number is None else Group(lines, "kicker", owner[number], 0.0)

    def _kicker(
        self,
        cluster: tuple[int, ...],
        at: int,
        lines: tuple[int, ...],
        below: int | None,
        stories: Sequence[Story],
        owner: dict[int, int],
    ) -> list[Group]:
        """A column's label, or a note's, right above a text whose headline stands elsewhere belongs to that article."""
        if len(lines) > 1 or at + 1 < len(cluster) or below is None:
            return []
        mark = self.evidence.marks[lines[0]]
        if not (mark.label or mark.note):
            return []
        if stories[owner[below]].paragraphs[0] != below:
            return []
        heads_one = mark.note or heads_one_article(self.evidence.lines[lines[0]].text)
        return [Group(lines, "kicker", owner[below], KICKER_OF_COMMENT if heads_one else KICKER_ALONE)]

    def _subhead_below(
        self, c: int, at: int, lines: tuple[int, ...], stories: Sequence[Story], owner: dict[int, int]
    ) -> list[Group]:
        """A subhead right below a text whose headline stands elsewhere is of that text."""
        above = self.places[c].above
        alone = len(lines) == 1 and not at and DASHES.match(self.evidence.lines[lines[0]].text)
        if above is None or not alone or stories[owner[above]].paragraphs[-1] != above:
            return []
        return [
            Group(lines, "kicker", owner[above], SUBHEAD_BELOW + self._match(lines, stories[owner[above]].bits) / 2)
        ]

    def _crosshead(self, c: int, cluster: tuple[int, ...], story: Story) -> float:
        """An inner heading looks like one, has its like near by, and speaks of the paragraphs right below it."""
        if not crosshead_like(self.evidence, cluster):
            return -3.0
        place = self.places[c]
        below = sum(1 << n for n in story.paragraphs if n >= (place.below or 0))
        score = TWIN if c in self.twins else LONE
        score -= WIDE_ABOVE * (self.evidence.layout.gaps[cluster[0]] > 1)
        return score + CROSSHEAD_MATCH * self._match(cluster, below) - 6.0 * place.interrupts

    def _position(
        self, c: int, at: int, size: int, story: int, stories: Sequence[Story], owner: dict[int, int]
    ) -> float:
        """Headlines stand right above or below their body, seldom in it, sometimes far off at the page's edge."""
        place, body = self.places[c], stories[story]
        if self.evidence.marks[self.blocks.clusters[c][at + size - 1]].note:
            if body.paragraphs[0] == place.below and at + size == len(self.blocks.clusters[c]):
                return 4.0 - 1.5 * (size > 1)
            return NOTE_FAR if size == 1 and body.bits & self.signatures.notes else -6.0
        if story == _owner(owner, place.above) == _owner(owner, place.below):
            return 1.5 if place.interrupts else -0.5 - 2.0 * (c in self.twins)
        score = -3.5 * body.caption - LIKE_TWIN * (c in self.twins)
        if self._is_over_note(c) and body.paragraphs[0] == place.below:
            return score + LABELLED_NOTE
        if body.paragraphs[0] == self._beyond_note(c, stories, owner):
            return score + OVER_NOTE
        if body.paragraphs[0] in (place.below, place.below_any):
            return score + (2.0 if at + size == len(self.blocks.clusters[c]) else 1.0)
        score += FAR_FROM_RESUMED * bool((1 << body.paragraphs[0]) & self.signatures.resumed)
        if body.paragraphs[-1] in (place.above, place.above_any):
            return score + (1.8 if at == 0 else 0.8)
        edge = place.above_any is None or place.below_any is None
        return score - (1.0 if edge else 1.5) - 3.0 * body.caption

    def _is_over_note(self, c: int) -> bool:
        """Whether a cluster ends in the label of a note, which says all of the note that a heading could."""
        cluster = self.blocks.clusters[c]
        return len(cluster) > 1 and self.evidence.marks[cluster[-1]].note

    def _beyond_note(self, c: int, stories: Sequence[Story], owner: dict[int, int]) -> int | None:
        """The text behind a note that stands with its own label under a heading: what the heading is of."""
        below = self.places[c].below
        if below is None or not self._is_over_note(c):
            return None
        note = stories[owner[below]]
        beyond = note.paragraphs[-1] + 1
        return beyond if note.paragraphs[0] == below and beyond in owner else None

    def _is_short_label(self, i: int) -> bool:
        return self.evidence.marks[i].label and self.evidence.lines[i].width <= 12

    def _match(self, lines: tuple[int, ...], paragraphs: int) -> float:
        key = lines, paragraphs
        if key not in self.matched:
            self.matched[key] = self._compare(lines, paragraphs)
        return self.matched[key]

    def _compare(self, lines: tuple[int, ...], paragraphs: int) -> float:
        telling = [i for i in lines if not self._is_short_label(i)] or lines
        pairs = [self.likeness.shared(i, paragraphs) for i in telling]
        named = sum(
            2.0 if self.likeness.subjects[i] & paragraphs else -5.0 for i in lines if i in self.likeness.subjects
        )
        got, total = sum(g for g, _ in pairs), sum(t for _, t in pairs)
        if not total:
            return named
        cover = got / total
        return MATCH * cover + MATCHED * got + named - (8.0 * (0.25 - cover) if cover < 0.25 and total > 6 else 0.0)


def _owner(owner: dict[int, int], paragraph: int | None) -> int | None:
    return owner[paragraph] if paragraph is not None else None
