"""A page's text cut into articles and furniture: the order of the stages."""

from __future__ import annotations

from collections import defaultdict

from articles.reading.lines.context import mark_in_context
from articles.reading.lines.layout import measure
from articles.reading.lines.marks import mark_lines
from articles.reading.lines.printed import read_lines
from articles.reading.records import ArticleText, Furniture, SplitPage
from articles.reading.splitting.assembling import assemble, line_ranges
from articles.reading.splitting.attach import attach
from articles.reading.splitting.blocks import Blocks, build_blocks
from articles.reading.splitting.division import Division, divide
from articles.reading.splitting.evidence import Evidence
from articles.reading.splitting.groups import Group
from articles.reading.splitting.headlines import read_heading
from articles.reading.splitting.labelling import label_lines

FURNITURE = ("masthead", "page label", "editors", "caption", "noise")
SHORT_LABEL = 6


def split_page(text: str) -> SplitPage:
    """Cut a decoded page into articles and furniture; every non-blank line has exactly one owner.

    Lines count as in str.splitlines(). Articles come in the order of their first text line. Linear in the length.
    """
    lines = read_lines(text)
    if not lines:
        return SplitPage((), ())
    marks = mark_lines(lines)
    mark_in_context(lines, marks)
    evidence = Evidence(lines, marks, measure(lines, marks))
    blocks = build_blocks(evidence, label_lines(evidence))
    division = divide(evidence, blocks)
    attached = attach(evidence, blocks, division)
    return SplitPage(_articles(evidence, blocks, division, attached), _furniture(evidence, blocks, division, attached))


def _articles(
    evidence: Evidence, blocks: Blocks, division: Division, attached: dict[int, int]
) -> tuple[ArticleText, ...]:
    own: dict[int, list[int]] = defaultdict(list)
    for i, story in sorted(attached.items()):
        own[story].append(i)
    groups: dict[int | None, list[Group]] = defaultdict(list)
    for group in division.groups:
        groups[group.story].append(group)
    articles = [assemble(evidence, blocks, division, n, groups[n], own[n]) for n in range(len(division.stories))]
    articles += [_headline_only(evidence, group) for group in division.groups if _is_article(evidence, group)]
    return tuple(sorted(articles, key=lambda a: (a.body_lines or a.headline_lines)[0]))


def _is_article(evidence: Evidence, group: Group) -> bool:
    """Whether display lines without a body are a headline by themselves rather than a section label."""
    size = sum(len(evidence.lines[i].text) for i in group.lines)
    return group.role == "alone" and size > SHORT_LABEL and not _is_slogan(evidence, group)


def _is_slogan(evidence: Evidence, group: Group) -> bool:
    """Whether a single line stands right over or under a masthead, as a paper's slogan does."""
    near = [k for k in (group.lines[0] - 1, group.lines[-1] + 1) if 0 <= k < len(evidence.lines)]
    tight = [k for k in near if evidence.layout.gaps[max(k, group.lines[0])] <= 0]
    return len(group.lines) == 1 and any(evidence.marks[k].kind == "masthead" for k in tight)


def _headline_only(evidence: Evidence, group: Group) -> ArticleText:
    heading = read_heading(evidence, group.lines, "")
    return ArticleText(
        kind="brief",
        section=heading.section,
        kicker=heading.kicker,
        headline=heading.headline,
        subhead=heading.subhead,
        byline=(),
        paragraphs=(),
        crossheads=(),
        body_lines=(),
        headline_lines=line_ranges(evidence, group.lines),
        offsets=(),
        confidence=0.4,
        reasons=("a headline whose text is not on the page",),
    )


def _furniture(
    evidence: Evidence, blocks: Blocks, division: Division, attached: dict[int, int]
) -> tuple[Furniture, ...]:
    kinds = {i: _furniture_kind(evidence.marks[i].kind) for i in blocks.apart if i not in attached}
    for group in division.groups:
        if group.role == "label" or group.role == "alone" and not _is_article(evidence, group):
            kinds.update(dict.fromkeys(group.lines, "section label"))
    out: list[Furniture] = []
    for i in sorted(kinds):
        line = evidence.lines[i]
        if i - 1 in kinds and kinds[i - 1] == kinds[i]:
            out[-1] = Furniture((out[-1].lines[0], line.last), kinds[i])
        else:
            out.append(Furniture((line.number, line.last), kinds[i]))
    return tuple(out)


def _furniture_kind(kind: str) -> str:
    return kind if kind in FURNITURE else "noise"
