"""A project's stage as five steps in a row: signed, approved, started, under construction, operating."""

from __future__ import annotations

from dataclasses import dataclass

from articles.models import Stage

STEPS = 5
STEP_OF = {
    Stage.PLANNED: 1,
    Stage.SIGNED: 1,
    Stage.APPROVED: 2,
    Stage.STARTED: 3,
    Stage.UNDER_CONSTRUCTION: 4,
    Stage.TRIAL: 5,
    Stage.COMPLETED: 5,
    Stage.OPERATING: 5,
}


@dataclass(frozen=True, slots=True)
class Pips:
    """A stage's word, its step (0 where the stage is none of the steps) and the look of each pip."""

    stage: str
    step: int

    @property
    def label(self) -> str:
        """The stage's word."""
        return str(Stage(self.stage).label)

    @property
    def looks(self) -> list[str]:
        """on, now or off for each of the five; empty for a stage that is none of them."""
        if not self.step:
            return []
        return ["on"] * (self.step - 1) + ["now"] + ["off"] * (STEPS - self.step)


def pips(stage: str) -> Pips:
    """Return a stage's pips; suspended, cancelled and unknown have the word only."""
    return Pips(stage, STEP_OF.get(Stage(stage), 0))
