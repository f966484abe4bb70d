"""Headlines and bodies paired over the whole page at once.

Display lines are read from top to bottom; each run of one to five goes to an article that has none yet, or is an inner
heading, a label, or stands alone. A beam search keeps the best divisions; weights as in evidence.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from articles.reading.splitting.blocks import Blocks
from articles.reading.splitting.crossheads import crosshead_twins
from articles.reading.splitting.evidence import Evidence
from articles.reading.splitting.group_roles import Roles
from articles.reading.splitting.groups import Group, State, Stories, Story
from articles.reading.splitting.photographs import caption_runs
from articles.reading.splitting.runs import Run, read_runs
from articles.reading.splitting.signatures import Signatures, read_signatures
from articles.reading.splitting.similarity import Likeness
from articles.reading.splitting.standing import places_of

BEAM = 16
IN_TURN, BOTH_WAYS = 1.2, -1.0
# What a state would be: its score, the stories used as bits, its last group, the state before.
Step = tuple[float, int, Group, State]


@dataclass(slots=True)
class Pairing:
    """The pairing problem of one page; stories change with the borders tried, all else is fixed."""

    evidence: Evidence
    blocks: Blocks
    likeness: Likeness
    signatures: Signatures = field(init=False)
    roles: Roles = field(init=False)
    runs: list[list[list[Run]]] = field(init=False)
    pictures: list[list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.signatures = read_signatures(self.evidence, self.blocks)
        self.roles = Roles(
            self.evidence,
            self.blocks,
            self.likeness,
            self.signatures,
            places_of(self.blocks),
            crosshead_twins(self.evidence, self.blocks),
        )
        self.pictures = caption_runs(self.evidence, self.blocks)
        self.runs = read_runs(self.evidence, self.blocks, self.likeness, self.signatures)

    def solve(self, stories: Sequence[Story]) -> State:
        """The best division of the display lines among these stories. Linear in lines and stories."""
        of, states = Stories.of(stories), [State(0.0)]
        for runs in self.runs:
            states = self._through_cluster(runs, of, states)
        return max(states, key=lambda state: state.score)

    def _through_cluster(self, runs: list[list[Run]], stories: Stories, states: list[State]) -> list[State]:
        reached: list[list[Step]] = [[] for _ in runs]
        for at, starting in enumerate(runs):
            here = _best(reached[at - 1]) if at else states
            for size, run in enumerate(starting):
                for option in self.roles.of(run, stories):
                    reached[at + size] += self._followed(here, run, option, stories)
        return _best(reached[-1])

    def _followed(self, here: list[State], run: Run, option: Group, stories: Stories) -> list[Step]:
        """The steps from each state to the option, where its story has no headline yet."""
        score = option.score
        if option.role != "headline" or option.story is None:
            return [(s.score + score, s.used, option, s) for s in here]
        mask = 1 << option.story
        free = [s for s in here if not s.used & mask]
        if not run.at:
            return [(s.score + score, s.used | mask, option, s) for s in free]
        return [(s.score + score + self._follows(run, s.last, option, stories), s.used | mask, option, s) for s in free]

    def _follows(self, run: Run, last: Group | None, option: Group, stories: Stories) -> float:
        """Weight of a headline below another one in its cluster: in turn, or one of the text above and one of that below."""
        if last is None or last.role != "headline" or last.lines[-1] + 1 != run.lines[0]:
            return 0.0
        above, below = stories.all[last.story or 0], stories.all[option.story or 0]
        place = self.roles.places[run.cluster]
        split = above.paragraphs[-1] == place.above and below.paragraphs[0] == place.below
        return IN_TURN * (option.story == (last.story or 0) + 1) + BOTH_WAYS * split


def _best(steps: list[Step]) -> list[State]:
    """The states that the best steps lead to."""
    return [State(*step) for step in sorted(steps, key=itemgetter(0), reverse=True)[:BEAM]]
