"""Which paragraphs of a page name their writers, and which belong to notes and notices, that nobody signs."""

from __future__ import annotations

from dataclasses import dataclass

from articles.reading.lines.closings import parse_closing
from articles.reading.lines.datelines import parse_dateline
from articles.reading.lines.mapped import join_lines
from articles.reading.lines.marks import JUMP_FROM
from articles.reading.splitting.blocks import Blocks, Paragraph
from articles.reading.splitting.display_rules import NOTICE_END, TALK
from articles.reading.splitting.evidence import Evidence
from articles.reading.splitting.notes import reads_like_note
from articles.reading.splitting.openings import announces
from articles.reading.splitting.similarity import paragraph_text

# The lines that a dateline with its writers may take.
DATELINE = 4


@dataclass(slots=True)
class Signatures:
    """Numbers of paragraphs as bits: those that end in a byline or jump note, those that end in names of their own, those
    with a dateline or byline over or in them, those under names, those whose dateline names its writers, those that read
    like an editor's note, that announce something or are rows of a table, the turns of interviews, and those that go on
    from another page.
    """

    signed: int = 0
    closed: int = 0
    headed: int = 0
    named: int = 0
    reported: int = 0
    notes: int = 0
    notices: int = 0
    talks: int = 0
    resumed: int = 0

    def of_kind(self, text: str) -> int:
        """The paragraphs of the kind that a heading's line names: notices (停水公告), interviews (——对话县委书记)."""
        return self.notices * bool(NOTICE_END.search(text)) | self.talks * bool(TALK.match(text))


def read_signatures(evidence: Evidence, blocks: Blocks) -> Signatures:
    """The signatures of the paragraphs of a page. Linear."""
    found = Signatures()
    for number, paragraph in enumerate(blocks.paragraphs):
        bit, text = 1 << number, paragraph_text(evidence, paragraph)
        found.signed |= bit * _is_signed(evidence, paragraph)
        found.closed |= bit * _ends_in_names(text)
        found.headed |= bit * _is_headed(evidence, paragraph)
        found.reported |= bit * _names_writer(evidence, paragraph)
        found.named |= bit * _is_under_byline(evidence, paragraph)
        found.notes |= bit * reads_like_note(text)
        found.notices |= bit * (announces(text) or evidence.marks[paragraph.first].row)
        found.resumed |= bit * bool(JUMP_FROM.match(text))
        found.talks |= bit * evidence.marks[paragraph.first].speaker
    found.named |= found.reported
    return found


def _ends_in_names(text: str) -> bool:
    closing = parse_closing(text)
    return closing is not None and bool(closing.byline)


def _is_signed(evidence: Evidence, paragraph: Paragraph) -> bool:
    below = paragraph.last + 1
    closed = below < len(evidence.marks) and evidence.marks[below].kind in ("closing", "byline")
    return paragraph.signed or closed


def _is_headed(evidence: Evidence, paragraph: Paragraph) -> bool:
    inside = any(evidence.marks[i].kind == "byline" for i in range(paragraph.first, paragraph.last))
    return evidence.marks[paragraph.first].dateline or _is_under_byline(evidence, paragraph) or inside


def _is_under_byline(evidence: Evidence, paragraph: Paragraph) -> bool:
    return paragraph.first > 0 and evidence.marks[paragraph.first - 1].kind == "byline"


def _names_writer(evidence: Evidence, paragraph: Paragraph) -> bool:
    if not evidence.marks[paragraph.first].dateline:
        return False
    dateline = parse_dateline(join_lines(evidence.lines[i] for i in paragraph.lines[:DATELINE]).text)
    return dateline is not None and bool(dateline.byline)
