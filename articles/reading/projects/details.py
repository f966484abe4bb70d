"""What the text says of one project put together: phases, stage, figures, owner and place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from articles.reading.projects.evidence import Weighed
from articles.reading.projects.figures import INVESTMENT, counted_figure, find_figures, name_figures, total_investment
from articles.reading.projects.merging import phase, without_phase
from articles.reading.projects.names import verb_kind
from articles.reading.projects.places import PlaceSpots, find_owner, project_place
from articles.reading.projects.reach import Stretch
from articles.reading.projects.stage_words import StageWord, decide_stage, find_stage_words
from articles.reading.projects.stages import project_stage
from articles.reading.records import Figure, Project, Span

_PHASE_CLAUSE = re.compile(
    r"^(?:其中|目前|现|[^，。；]{2,20}的|项目|工程|[^，。；]{0,6}(?:园区?|平台|基地|中心|厂|小镇|集群))?(?P<phase>[一二三四五]期)(?:工程|项目)?"
)
_WHOLE_AGAIN = re.compile(r"^(?:全部|项目|两期|各期|整体|建成|达产|投产|该)")
# Before its name only these count: 建成甲 is a fact, 启动甲 or 加快建设甲 is left to the verb.
_LEAD_STAGES = ("completed", "operating", "suspended", "cancelled")


@dataclass(slots=True)
class Draft:
    """A project while it is put together. `phase` is set where it is one phase of a larger one."""

    names: list[Weighed]
    phase: str | None = None
    words: list[StageWord] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)

    @property
    def main(self) -> Weighed:
        """The mention with the most evidence, the first of equals."""
        return max(self.names, key=lambda one: one.points)

    @property
    def text(self) -> str:
        """The fullest name, with the phase where it is one of several."""
        text = max((one.name.text for one in self.names), key=lambda text: min(len(text), 34))
        return without_phase(text) + self.phase if self.phase else text


def put_together(
    group: list[tuple[Weighed, list[Stretch]]], body: str, taken: frozenset[int], issue: date | None
) -> list[Draft]:
    """The drafts of one project: itself, and those of its phases of which a stage or a sum of their own is told.

    `taken` are the offsets of all names, in which no stage word is sought.
    """
    whole = Draft([one for one, _ in group])
    phases: dict[str, Draft] = {}
    for one, said in sorted(group, key=lambda named: phase(named[0].name.text) is not None):
        whole.spans.append(Span(one.name.start, one.name.end, body[one.name.start : one.name.end]))
        own = phases.get(f"{phase(one.name.text)}期")
        current = own if own and _has_sum(own) else whole
        for stretch in said:
            current = _turn(current, whole, phases, one, body, stretch)
            _add_words(current, one, body, stretch, taken, issue)
            _add_figures(current, one, body, stretch)
    plain = [one for one, _ in group if not phase(one.name.text)]
    if plain and f"{phase(whole.text)}期" in phases:
        # 某园二期 named before 某园, of which the sums of both are told, does not name the whole.
        for draft in (whole, *phases.values()):
            draft.names = plain
    return _kept(whole, list(phases.values()))


def _turn(current: Draft, whole: Draft, phases: dict[str, Draft], one: Weighed, body: str, stretch: Stretch) -> Draft:
    """The draft that a stretch speaks of: a phase that its first words name, the whole again, or the one before."""
    text = body[stretch.start : stretch.end]
    match = _PHASE_CLAUSE.match(text)
    if match and stretch.role == "own" and match["phase"] != f"{phase(one.name.text)}期":
        start = stretch.start + match.start("phase")
        found = phases.setdefault(match["phase"], Draft(whole.names, match["phase"]))
        found.spans.append(Span(start, start + len(match["phase"]), match["phase"]))
        return found
    return whole if _WHOLE_AGAIN.match(text) else current


def _kept(whole: Draft, phases: list[Draft]) -> list[Draft]:
    """The whole and the phases with a sum of their own; the stages of others tell how far the whole is.

    A whole of which only its phases are spoken is left out.
    """
    phases = [one for one in phases if one.words or _has_sum(one)]
    if phases and not whole.words and not whole.figures and not phase(whole.text):
        return phases
    told = [one for one in phases if not _has_sum(one)]
    if told and not phase(whole.text) and not all(_is_ahead(one) for one in told):
        whole.words += _whole_words(told, [one for one in phases if one in told or not _is_ahead(one)])
        phases = [one for one in phases if _has_sum(one)]
    return [whole, *phases]


def _is_ahead(draft: Draft) -> bool:
    """Whether it is a further phase not yet begun, which must not set back a project that may stand already."""
    return draft.phase != "一期" and decide_stage(draft.words, "unknown")[0] in ("planned", "signed", "approved")


def _has_sum(draft: Draft) -> bool:
    return any(figure.label == INVESTMENT for figure in draft.figures)


def _whole_words(told: list[Draft], begun: list[Draft]) -> list[StageWord]:
    """Stage words for the whole: those told of its phases when all that are begun have come equally far, else that it
    is being built."""
    stages = {decide_stage(one.words, "unknown")[0] for one in begun}
    words = [word for one in told for word in one.words]
    if len(stages) == 1:
        return words
    return [StageWord("under_construction", words[-1].span, False)]


def _add_words(
    draft: Draft, one: Weighed, body: str, stretch: Stretch, taken: frozenset[int], issue: date | None
) -> None:
    words = find_stage_words(body, stretch.start, stretch.end, issue)
    for word in words:
        if word.span.start in taken:
            continue
        if stretch.role in ("earlier", "context") and word.stage != "signed":
            continue
        if stretch.role == "lead" and word.span.text == "入驻":
            continue
        if stretch.role == "lead" and word.stage not in _LEAD_STAGES and not body.startswith("的", word.span.end):
            continue
        pushed = verb_kind(one.name.verb) == "push" and one.name.end <= stretch.start < one.name.clause.end
        if pushed and word.span.text not in ("扩容提质", "提质", "扩容"):
            word = StageWord(word.stage, word.span, True)
        draft.words.append(word)


def _add_figures(draft: Draft, one: Weighed, body: str, stretch: Stretch) -> None:
    start, end = stretch.start, stretch.end
    if stretch.role in ("shared", "context") or stretch.role == "earlier" and "investment before" not in one.reasons:
        return
    if stretch.role == "lead" and draft.phase is None:
        spent = find_figures(body, start, end)
        if "investment" in one.reasons and one.name.verb not in ("", "的"):
            # 累计投入6亿元建成某园: what has been spent is the whole sum.
            spent = [replace(figure, label=INVESTMENT) if figure.label == "完成投资" else figure for figure in spent]
        draft.figures += spent + name_figures(body, one.name.start, one.name.end)
        return
    if start == one.name.end and (counted := counted_figure(body, start, end)):
        draft.figures.append(counted)
        start = counted.span.end
    draft.figures += find_figures(body, start, end)


def complete(draft: Draft, body: str, spots: PlaceSpots) -> Project:
    """The record of a project from all that was gathered."""
    main = draft.main
    owner, text = find_owner(draft.text)
    words = [] if "enumerated" in main.reasons else draft.words
    stage, span = decide_stage(words, "unknown") if draft.phase else project_stage(main, words, body)
    investment = total_investment(draft.figures)
    return Project(
        name=text,
        place=project_place(main.name, body, spots),
        owner=owner,
        investment_yuan=round(investment.value) if investment else None,
        stage=stage,
        stage_span=span,
        figures=tuple(dict.fromkeys(draft.figures)),
        mentions=tuple(sorted(set(draft.spans), key=lambda span: span.start)),
        rule=", ".join(main.reasons)[:60],
        confidence=min(0.95, 0.5 + 0.06 * main.points),
    )
