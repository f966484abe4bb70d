"""What the text says of one project: the clauses that speak of it, its phases, stage, figures, owner and place."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date

from articles.reading.project_evidence import Weighed
from articles.reading.project_figures import INVESTMENT, counted_figure, find_figures, name_figures
from articles.reading.project_merging import phase, without_phase
from articles.reading.project_names import Clause, Name, verb_kind
from articles.reading.project_places import find_owner, project_place
from articles.reading.records import Figure, PlaceMention, Project, Source, Span
from articles.reading.stages import StageWord, decide_stage, find_stage_words

# A sentence that goes on about the project before it begins like this.
_GOES_ON = re.compile(
    r"^(?:据悉，|据介绍，|据了解，|目前，|如今，|[^，。“]{2,12}介绍，)?(?:该|此|这[个座条一里]|项目|工程|园区|基地|产业园|建成后|投产后|达产后|全部|总投资|计划总投资|预计|一期|二期|三期|其中|目前|规划|占地|主要建设|主体|建设内容|"
    r"届时|同时，(?:项目|该)|今年将投资|[一二]要坚持高标准|要坚持高标准)"
)
_PHASE_CLAUSE = re.compile(r"^(?:其中|目前|现)?(?P<phase>[一二三四五]期)(?:工程|项目)?")
_WHOLE_AGAIN = re.compile(r"^(?:全部|项目|两期|各期|整体|建成|达产|投产|该)")
_SPOKEN_WORK = re.compile(r"施工|建设进度|工程进度|建成投|竣工|投运|开工")


@dataclass(slots=True)
class Draft:
    """A project while it is put together: its mentions, then stage words and figures."""

    names: list[Weighed]
    phase: str | None = None
    words: list[StageWord] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)

    @property
    def best(self) -> Name:
        """The fullest name in the first sentence that has the most evidence."""
        return max(self.names, key=lambda one: (min(len(one.name.text), 30), one.points)).name

    @property
    def text(self) -> str:
        """The project's name, with the phase where it is one of several."""
        if not self.phase:
            return self.best.text
        return without_phase(self.best.text) + self.phase


def split_phases(
    draft: Draft, body: str, parts: tuple[Clause, ...], found: list[Weighed], issue: date | None
) -> list[Draft]:
    """Gather what is said of a project; phases with a stage or sum of their own become projects of their own."""
    phases: dict[str, Draft] = {}
    for one in draft.names:
        draft.spans.append(Span(one.name.start, one.name.end, body[one.name.start : one.name.end]))
        current = draft
        for start, end in _said_of(one, body, parts, found):
            match = _PHASE_CLAUSE.match(body[start:end])
            if match and match["phase"] != (phase(one.name.text) or "") + "期":
                current = phases.setdefault(match["phase"], Draft(draft.names, match["phase"]))
                current.spans.append(Span(start + match.start("phase"), start + match.end("phase"), match["phase"]))
            elif _WHOLE_AGAIN.match(body[start:end]):
                current = draft
            _gather(current, one, body, start, end, found, issue)
    return _kept([draft, *phases.values()])


def _kept(drafts: list[Draft]) -> list[Draft]:
    """Without phases of which nothing is said, and without a whole of which only its phases are spoken."""
    whole, *phases = drafts
    phases = [one for one in phases if one.words or any(figure.label == INVESTMENT for figure in one.figures)]
    if phases and not whole.words and not whole.figures and not phase(whole.text):
        return phases
    return [whole, *phases]


def _said_of(one: Weighed, body: str, parts: tuple[Clause, ...], found: list[Weighed]) -> list[tuple[int, int]]:
    """The ranges that speak of a project: its own clause between its neighbours, then on until another project."""
    name = one.name
    inside = [
        other.name for other in found if other.name.clause.start == name.clause.start and other.name.start != name.start
    ]
    left = max([name.clause.start, *(other.end for other in inside if other.end <= name.start)])
    listed = "listed" in one.reasons or "pushed on" in one.reasons
    nexts = [other.start for other in inside if other.start >= name.end]
    right = name.clause.end if listed or not nexts else min(nexts)
    ranges = [(left, right)]
    if "investment before" in one.reasons or "building site" in one.reasons:
        ranges = _before(name, parts) + ranges
    if nexts and not listed:
        return ranges
    return ranges + _following(one, body, parts, found)


def _before(name: Name, parts: tuple[Clause, ...]) -> list[tuple[int, int]]:
    at = bisect_left(parts, name.clause.start, key=lambda clause: clause.start)
    clause = parts[at - 1] if at else None
    return [(clause.start, clause.end)] if clause and clause.sentence == name.clause.sentence else []


def _following(one: Weighed, body: str, parts: tuple[Clause, ...], found: list[Weighed]) -> list[tuple[int, int]]:
    """The clauses after a name's own: to the end of the sentence, then sentences that go on about it."""
    name = one.name
    at = bisect_left(parts, name.clause.start, key=lambda clause: clause.start) + 1
    stop = min(
        (other.name.clause.start for other in found if other.name.clause.start > name.clause.start), default=len(body)
    )
    ranges, sentence, more = [], name.clause.sentence, 3
    visited = "inspected" in one.reasons or "building site" in one.reasons
    for clause in parts[at:]:
        if clause.start >= stop or "\n" in body[name.end : clause.start]:
            break
        if clause.sentence != sentence:
            more -= 1
            text = body[clause.sentence[0] : clause.sentence[1]]
            if more < 0 or not (_GOES_ON.match(text) or visited and _SPOKEN_WORK.search(text)):
                break
            sentence = clause.sentence
        ranges.append((clause.start, clause.end))
    return ranges


def _gather(
    draft: Draft, one: Weighed, body: str, start: int, end: int, found: list[Weighed], issue: date | None
) -> None:
    names = [(other.name.start, other.name.end) for other in found]
    words = find_stage_words(body, start, end, issue)
    draft.words += [word for word in words if not any(a <= word.span.start < b for a, b in names)]
    name = one.name
    if start <= name.start < end and draft.phase is None:
        draft.figures += find_figures(body, start, name.start) + name_figures(body, name.start, name.end)
        counted = counted_figure(body, name.end, end)
        draft.figures += [counted] if counted else []
        start = counted.span.end if counted else name.end
    draft.figures += find_figures(body, start, end)


def complete(draft: Draft, body: str, places: tuple[PlaceMention, ...], source: Source) -> Project:
    """The record of a project from all that was gathered."""
    first = max(draft.names, key=lambda one: one.points)
    owner, text = find_owner(draft.text)
    stage, span = decide_stage(draft.words, _default_stage(first, body))
    investment = next((f for f in draft.figures if f.label == INVESTMENT and f.unit == "元"), None)
    return Project(
        name=text,
        place=project_place(draft.best, body, places, source),
        owner=owner,
        investment_yuan=round(investment.value) if investment else None,
        stage=stage,
        stage_span=span,
        figures=tuple(dict.fromkeys(draft.figures)),
        mentions=tuple(sorted(set(draft.spans), key=lambda span: span.start)),
        rule="+".join(first.reasons)[:60],
        confidence=min(0.95, 0.5 + 0.06 * first.points),
    )


def _default_stage(one: Weighed, body: str) -> str:
    """The stage that the governing verb gives when no other word does."""
    name = one.name
    kind, near = verb_kind(name.verb), name.before[-12:]
    if kind == "push":
        return "planned" if re.search("落地|签约|落户|谋划|创建", name.after[:20]) else "under_construction"
    if kind != "build":
        return "unknown"
    if name.verb in ("建设", "在建", "续建", "承建", "共建", "合建") and re.search(
        "加快|抓紧|全力|正在|推进|推动", near
    ):
        return "under_construction"
    if name.verb in ("建成", "建起", "建了", "竣工"):
        return "completed"
    if name.verb in ("上线", "启用", "投产", "投用", "投运", "建成投用", "建成投产"):
        return "operating"
    if name.verb == "建设" and not re.search(
        "将|拟|计划|重点|年内|要|谋划|争取", body[name.clause.sentence[0] : name.start][-30:]
    ):
        return "under_construction"
    return "planned"
