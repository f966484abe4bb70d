"""Who goes along on a visit: 副市长乙、局长丙陪同。 在县委书记丁陪同下，…"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from articles.reading.records import Companion, Span
from articles.reading.statements.discourse import Actor, Discourse
from articles.reading.statements.visit_clauses import Clause, seeing_verbs
from articles.reading.words import alternation, read_words

_ROLES = ("official", "executive", "expert")
_OTHER_OCCASION = re.compile("召开|举行|举办|会议")
_UNDER = re.compile("等?(?:人|领导)?的?陪同下，")


@dataclass(slots=True)
class Journey:
    """What is gathered of one official's visit."""

    leads: list[Actor]
    clauses: list[Clause] = field(default_factory=list)
    companions: dict[str, Companion] = field(default_factory=dict)

    def is_led_by(self, actor: Actor) -> bool:
        """Whether an actor is one of those whose visit it is."""
        return any(actor.person.name == one.person.name for one in self.leads)


def join_company(discourse: Discourse, actor: Actor, journeys: list[Journey]) -> None:
    """Add those to a visit of whom it is said: 副市长乙、局长丙陪同。"""
    body = discourse.body
    company = discourse.company(actor)
    along = _along().match(body, actor.end) if actor.rule == "name" else None
    under = _UNDER.match(body, actor.end)
    if under and body[max(0, company[0].start - 1) : company[0].start] == "在":
        journey = next((one for one in journeys if under.end() <= one.clauses[0].span.start <= under.end() + 40), None)
    elif along and discourse.leads(company[0]):
        journey = _journey_before(discourse, company[0].start, journeys)
    else:
        return
    leads = {one.person.name for one in journey.leads} if journey else set()
    for one in company:
        if journey and one.person.role in _ROLES and one.person.name not in leads:
            journey.companions.setdefault(one.person.name, companion(discourse, one, "companion"))


def _journey_before(discourse: Discourse, start: int, journeys: list[Journey]) -> Journey | None:
    """The visit told of last before a position, in its paragraph if others are told before, unless another occasion lies
    between.
    """
    told = [
        (clause.span.end, journey) for journey in journeys for clause in journey.clauses if clause.span.end <= start
    ]
    if not told:
        return None
    end, journey = max(told, key=lambda pair: pair[0])
    others = any(one is not journey for _, one in told)
    end = discourse.sentence_end(end)
    between = discourse.body[end:start]
    far = others and "\n" in between
    return None if far or _OTHER_OCCASION.search(between) else journey


def companion(discourse: Discourse, actor: Actor, part: str) -> Companion:
    text = discourse.body[actor.start : actor.end]
    return Companion(actor.person.name, actor.person.role, part, Span(actor.start, actor.end, text))


@cache
def _along() -> re.Pattern[str]:
    """分别陪同。 参加有关活动。 一同调研，"""
    verbs = alternation(read_words("companion_verbs"))
    seen = alternation((*seeing_verbs(), "活动"))
    behind = f"(?:有关|相关|上述|此次|调研|实地)?(?:{seen})?(?:活动)?"
    return re.compile(f"等?(?:人|领导|市领导|县领导)?(?:分别|先后)?(?:{verbs}){behind}(?=[。，；\n]|$)")
