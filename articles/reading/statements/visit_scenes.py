"""Scenes of a visit: sentences that say where, and leave it to those behind them who is there.

在某镇，新渠正在衬砌。|甲边走边看，… A scene belongs to the visitor who is the next to act in its paragraph. It adds the
place and the site of its phrase, and the project that is told of in it or right behind.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from articles.reading.records import Project, Span, Stop
from articles.reading.statements.discourse import Actor, Discourse
from articles.reading.statements.visit_clauses import GROUP, Clause
from articles.reading.statements.visit_company import Journey
from articles.reading.statements.visit_stops import StopReader

_SCENE = re.compile(
    "(?:^|(?<=[。！？；”\n]))(?:随后，|接着，)?(?:在|来到|走进)(?P<where>[^，。；：“”\n]{2,40})，(?P<behind>[^，。；：“”\n]*)"
)
_OCCASION = re.compile("召开|举行|举办|仪式|会[上议场]|[时中前后期]$|之间|方面")
SURE = 0.8
# How far behind a scene its visitor may begin to act.
FARTHEST = 600
# A journey of more clauses than this is no report's.
MOST_CLAUSES = 200


class SceneReader:
    """Reads the scenes of one body."""

    def __init__(self, discourse: Discourse, stops: StopReader, projects: tuple[Project, ...]) -> None:
        self._discourse = discourse
        self._stops = stops
        self._works = sorted((span for one in projects for span in one.mentions), key=lambda span: span.start)
        self._acting = [one for one in discourse.actors if discourse.leads(one)]

    def add_to(self, journeys: list[Journey]) -> None:
        """Give each scene to the journey whose official acts next, or whose group does when there is one journey."""
        begun = [(self._begin(journey), journey) for journey in journeys]
        for match in _SCENE.finditer(self._discourse.body) if begun else ():
            here = [one for start, one in begun if start < match.start() and len(one.clauses) < MOST_CLAUSES]
            journey = self._journey(match, here)
            clause = self._clause(match, journey) if journey else None
            if journey and clause:
                journey.clauses.append(clause)

    def _begin(self, journey: Journey) -> int:
        """Where one of a journey's officials is first told to act."""
        return next((actor.start for actor in self._acting if journey.is_led_by(actor)), journey.leads[0].start)

    def _journey(self, match: re.Match[str], begun: list[Journey]) -> Journey | None:
        body, start = self._discourse.body, match.start()
        if _OCCASION.search(match["where"]) or self._discourse.is_quoted(start):
            return None
        opening = max(body.rfind("\n", max(0, start - FARTHEST), start), start - FARTHEST, 0)
        end = body.find("\n", start, start + FARTHEST)
        end = end if end >= 0 else start + FARTHEST
        acting = next((one for actor in self._acting_in(start, end) for one in begun if one.is_led_by(actor)), None)
        return acting or (begun[0] if len(begun) == 1 and GROUP.search(body, opening, end) else None)

    def _acting_in(self, start: int, end: int) -> list[Actor]:
        first, last = (bisect_left(self._acting, at, key=lambda actor: actor.start) for at in (start, end))
        return self._acting[first:last]

    def _clause(self, match: re.Match[str], journey: Journey) -> Clause | None:
        works = self._told(*match.span("where")), self._told(*match.span("behind"))
        stops = self._stops.stops(*match.span("where"), loosely=True) or works[0]
        known = [stop.span.text for clause in journey.clauses for stop in clause.stops]
        known += [stop.span.text for stop in stops]
        stops += tuple(one for one in works[1] if not any(one.span.text in text for text in known))
        if not stops or not _is_near(stops, journey):
            return None
        start, end = match.start("where"), max(match.end("where"), *(stop.span.end for stop in stops))
        span = Span(start, end, self._discourse.body[start:end])
        return Clause(journey.leads[0], span, stops, "scene", SURE, anchored=False)

    def _told(self, start: int, end: int) -> tuple[Stop, ...]:
        """The first project that a stretch names."""
        first = bisect_left(self._works, start, key=lambda span: span.start)
        return tuple(Stop(None, _work(span)) for span in self._works[first : first + 1] if span.end <= end)


def _work(span: Span) -> Span:
    """A project without what is done to it: 某项目|建设."""
    size = 2 if span.text.endswith(("项目建设", "工程建设")) else 0
    return Span(span.start, span.end - size, span.text[: len(span.text) - size])


def _is_near(stops: tuple[Stop, ...], journey: Journey) -> bool:
    """Whether places lie in a prefecture that the journey leads to, as far as it names any."""
    known = {_prefecture(stop.place) for clause in journey.clauses for stop in clause.stops if stop.place}
    places = [f"{stop.place}/" for stop in stops if stop.place]
    return not known or all(any(place.startswith(one) for one in known) for place in places)


def _prefecture(path: str) -> str:
    """A path down to the prefecture; 北京市 and its like are one themselves."""
    units = path.split("/")
    return "/".join(units[: 1 if units[0].endswith("市") else 2]) + "/"
