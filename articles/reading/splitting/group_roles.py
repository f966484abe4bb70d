"""What a run of display lines can be among the stories of a page, with the weight of each role."""

from __future__ import annotations

from dataclasses import dataclass, field

from articles.reading.splitting.blocks import Blocks
from articles.reading.splitting.evidence import Evidence
from articles.reading.splitting.groups import Group, Stories, Story
from articles.reading.splitting.runs import LONGEST_ALONE, Run
from articles.reading.splitting.signatures import Signatures
from articles.reading.splitting.similarity import Likeness
from articles.reading.splitting.standing import Place

# A note's label that stands away from a text which reads like one.
NOTE_FAR = 2.0
# A heading over a note that has its own label is of the text behind the note.
OVER_NOTE, LABELLED_NOTE = 2.0, -5.0
# 停水公告 is of a text that announces something, ——对话县委书记 of an interview, wherever on the page that stands.
OF_KIND = 2.0
# The heading of a text that goes on from another page stands there, or right over it.
FAR_FROM_RESUMED = -3.0
WIDE_ABOVE = 2.0
SUBHEAD_BELOW = -1.0
TWIN, LONE, UNLIKE = 1.5, 1.0, -3.0
# Weight against a headline that looks like the inner headings next to it.
LIKE_TWIN = 1.5
CROSSHEAD_MATCH = 0.5
# Weight of the share of a heading that its text says again, and of each rare piece that it does.
MATCH, MATCHED = 5.0, 0.08
# An inner heading over a text's first paragraph, under a headline that stands elsewhere.
FIRST_INSIDE = -2.0
SHORT_LABEL = 12


@dataclass(frozen=True, slots=True)
class Roles:
    """The display lines of a page, where they stand, and what was found of their likeness to paragraphs so far."""

    evidence: Evidence
    blocks: Blocks
    likeness: Likeness
    signatures: Signatures
    places: list[Place]
    twins: set[int]
    _matched: dict[tuple[tuple[int, ...], int], float] = field(default_factory=dict)

    def of(self, run: Run, stories: Stories) -> list[Group]:
        """What the lines of a run can be."""
        if run.source:
            return [self._source(run, stories)]
        options = [Group(run.lines, *run.alone(len(stories.all)))] if len(run.lines) <= LONGEST_ALONE else []
        options += self._kicker(run, stories)
        options += self._subhead_below(run, stories)
        options += self._crosshead(run, stories)
        told = [s for s, story in enumerate(stories.all) if story.bits & run.kind] if run.kind else []
        for story in self._candidates(run, stories, told):
            score = run.headline + self._position(run, story, stories) + OF_KIND * (story in told)
            options.append(Group(run.lines, "headline", story, score + self._match(run.lines, stories.all[story].bits)))
        return options

    def _candidates(self, run: Run, stories: Stories, told: list[int]) -> dict[int, None]:
        """The stories whose headline a run may be: next to it, much like it, or of the kind that it names."""
        place = self.places[run.cluster]
        near = (place.above, place.below, place.above_any, place.below_any, self._beyond_note(run.cluster, stories))
        owners = [stories.owner[n] for n in (*near, *run.likely) if n is not None]
        return dict.fromkeys(owners + told)

    def _source(self, run: Run, stories: Stories) -> Group:
        """A note by itself that says where a text was printed (●《…日报》8月6日二版刊发) is of the text above, or else below."""
        place = self.places[run.cluster]
        number = place.above_any if place.above_any is not None else place.below_any
        if number is None:
            return Group(run.lines, "alone", None, 0.0)
        return Group(run.lines, "kicker", stories.owner[number], 0.0)

    def _kicker(self, run: Run, stories: Stories) -> list[Group]:
        """A column's label, or a note's, right above a text whose headline stands elsewhere belongs to that article."""
        below = self.places[run.cluster].below
        if run.kicker is None or below is None or stories.first(below) != below:
            return []
        return [Group(run.lines, "kicker", stories.owner[below], run.kicker)]

    def _subhead_below(self, run: Run, stories: Stories) -> list[Group]:
        """A subhead right below a text whose headline stands elsewhere is of that text."""
        above = self.places[run.cluster].above
        if above is None or not run.subhead or stories.last(above) != above:
            return []
        story = stories.owner[above]
        score = SUBHEAD_BELOW + self._match(run.lines, stories.all[story].bits) / 2
        return [Group(run.lines, "kicker", story, score)]

    def _crosshead(self, run: Run, stories: Stories) -> list[Group]:
        """A whole cluster inside a text can be an inner heading, over the first paragraph only where its like are near."""
        place = self.places[run.cluster]
        if place.below is None or run.at or not run.last or len(run.lines) > LONGEST_ALONE:
            return []
        inside = stories.owner[place.below]
        first = place.above is None or inside != stories.owner[place.above]
        if first and run.cluster not in self.twins:
            return []
        weight = run.bond + FIRST_INSIDE * first + self._inner_heading(run, place, stories.all[inside])
        return [Group(run.lines, "crosshead", inside, weight)]

    def _inner_heading(self, run: Run, place: Place, story: Story) -> float:
        """An inner heading looks like one, has its like near by, and speaks of the paragraphs right below it."""
        if not run.crosshead and run.cluster not in self.twins:
            return UNLIKE
        below = sum(1 << n for n in story.paragraphs if n >= (place.below or 0))
        score = TWIN if run.cluster in self.twins else LONE
        score -= WIDE_ABOVE * (self.evidence.layout.gaps[run.lines[0]] > 1)
        return score + CROSSHEAD_MATCH * self._match(run.lines, below) - 6.0 * place.interrupts

    def _position(self, run: Run, story: int, stories: Stories) -> float:
        """Headlines stand right above or below their body, seldom in it, sometimes far off at the page's edge."""
        place, body, owner = self.places[run.cluster], stories.all[story], stories.owner
        first, last = body.paragraphs[0], body.paragraphs[-1]
        if self.evidence.marks[run.lines[-1]].note:
            return self._note_position(run, body)
        if place.above is not None and place.below is not None and story == owner[place.above] == owner[place.below]:
            return 1.5 if place.interrupts else -0.5 - 2.0 * (run.cluster in self.twins)
        score = -3.5 * body.caption - LIKE_TWIN * (run.cluster in self.twins)
        if self._is_over_note(run.cluster) and first == place.below:
            return score + LABELLED_NOTE
        if first == self._beyond_note(run.cluster, stories):
            return score + OVER_NOTE
        if first in (place.below, place.below_any):
            return score + (2.0 if run.last else 1.0)
        score += FAR_FROM_RESUMED * bool((1 << first) & self.signatures.resumed)
        if last in (place.above, place.above_any):
            return score + (0.8 if run.at else 1.8)
        edge = place.above_any is None or place.below_any is None
        return score - (1.0 if edge else 1.5) - 3.0 * body.caption

    def _note_position(self, run: Run, body: Story) -> float:
        """The label of a note stands right over it; elsewhere only what reads like a note can be meant."""
        if body.paragraphs[0] == self.places[run.cluster].below and run.last:
            return 4.0 - 1.5 * (len(run.lines) > 1)
        return NOTE_FAR if len(run.lines) == 1 and body.bits & self.signatures.notes else -6.0

    def _is_over_note(self, c: int) -> bool:
        """Whether a cluster ends in the label of a note, which says all of the note that a heading could."""
        cluster = self.blocks.clusters[c]
        return len(cluster) > 1 and self.evidence.marks[cluster[-1]].note

    def _beyond_note(self, c: int, stories: Stories) -> int | None:
        """The text behind a note that stands with its own label under a heading: what the heading is of."""
        below = self.places[c].below
        if below is None or not self._is_over_note(c):
            return None
        beyond = stories.last(below) + 1
        return beyond if stories.first(below) == below and beyond in stories.owner else None

    def _is_short_label(self, i: int) -> bool:
        return self.evidence.marks[i].label and self.evidence.lines[i].width <= SHORT_LABEL

    def _match(self, lines: tuple[int, ...], paragraphs: int) -> float:
        key = lines, paragraphs
        if key not in self._matched:
            self._matched[key] = self._compare(lines, paragraphs)
        return self._matched[key]

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
