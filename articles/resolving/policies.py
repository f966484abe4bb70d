"""Policies: one row a title; what articles say of its issuer fills it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from articles.curation import lay_over
from articles.models import Level, Policy, PolicyMention
from articles.reading.records import Policy as Found
from articles.resolving.evidence import Read, fit
from articles.resolving.standing import Pairs, merge_target, rows_read_as


def policy_rows(reads: Sequence[Read], kept: Pairs) -> list[PolicyMention]:
    """Return the mention rows of the policies of one page; policies met for the first time are stored."""
    found = {title: items for title, items in _by_title(reads).items() if title}
    policies = _policies(found)
    rows = []
    for read in reads:
        mine: dict[int, list[Found]] = defaultdict(list)
        for item in read.facts.policies:
            if fit(Policy, "title", item.title):
                mine[policies[fit(Policy, "title", item.title)].pk].append(item)
        rows += [_row(read, pk, items) for pk, items in mine.items() if (read.article.pk, pk) not in kept]
    return rows


def _row(read: Read, policy: int, items: list[Found]) -> PolicyMention:
    spans = read.spans(span for item in items for span in item.mentions)
    best = max(items, key=lambda item: item.confidence)
    short = next((item.short for item in items if item.short), "")
    columns = read.mention(spans, best.rule, best.confidence)
    return PolicyMention(policy_id=policy, short_title=fit(PolicyMention, "short_title", short), **columns)


def _by_title(reads: Sequence[Read]) -> dict[str, list[Found]]:
    found: dict[str, list[Found]] = defaultdict(list)
    for read in reads:
        for item in read.facts.policies:
            found[fit(Policy, "title", item.title)].append(item)
    return found


def _policies(found: dict[str, list[Found]]) -> dict[str, Policy]:
    """Rows by title, a merged one standing for its target."""
    rows = {title: same[0] for title, same in rows_read_as(Policy, "title", found).items()}
    missing = [Policy(title=title, derived={"title": title}) for title in sorted(found) if title not in rows]
    Policy.objects.bulk_create(missing)
    rows.update((row.title, row) for row in missing)
    for title, items in found.items():
        _fill(rows[title], items)
    return {title: merge_target(row) for title, row in rows.items()}


def _fill(row: Policy, items: list[Found]) -> None:
    """Take over the fullest issuer that any article gives, with its level, unless a curator has set another."""
    read = row.derived.get("issuer", ""), row.derived.get("level", "")
    best = read
    for item in items:
        level = item.level if item.level in Level.values else ""
        best = max(best, (fit(Policy, "issuer", item.issuer), level), key=_fullness)
    if best == read:
        return
    row.derived = {**row.derived, "issuer": best[0], "level": best[1]}
    shown = lay_over(row, row.derived)
    row.issuer, row.level = shown["issuer"], shown["level"]
    row.save(update_fields=["issuer", "level", "derived"])


def _fullness(said: tuple[str, str]) -> tuple[int, str, str]:
    """An order of issuers in which the fullest wins, whichever article came first."""
    issuer, level = said
    return len(issuer), issuer, level
