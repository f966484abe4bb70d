"""Figures of quotations: what officials are found to say, and whether their words begin and end where they should."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from tests.scoring.pairing import Pair
from tests.scoring.tally import Json, Tallies
from tests.scoring.wording import squeeze

SAME_WORDS = 0.8
Said = tuple[str, str]


def score_quotations(pair: Pair, tallies: Tallies) -> None:
    """Match each quotation of gold with words of its speaker; of those matched, whether they are the same to the letter.

    Each stretch of words counts by itself: what stands before 某某说 and what stands behind are two. An article whose
    gold has no quotations, not even an empty list, is not scored.
    """
    if "quotations" not in pair.gold:
        return
    left = list(_said(pair.got))
    for wanted in pair.gold["quotations"]:
        found = next((one for one in left if _is_same(wanted, one)), None)
        if found is None:
            tallies["quotations"].miss(f"{pair.label} missed {wanted['speaker']}: {wanted['text']}")
        else:
            left.remove(found)
            tallies["quotations"].right += 1
            exact = squeeze(found[1]) in _wordings(wanted)
            tallies["quotation ends"].one(exact, f"{pair.label} {found} want {wanted['text']}")
    for one in left:
        if not any(_is_same(other, one) for other in pair.gold.get("quotations_also", ())):
            tallies["quotations"].surplus(f"{pair.label} spurious {one}")


def _said(article: Json) -> Iterator[Said]:
    """Speaker and words of each stretch that an official says."""
    for quotation in article.get("quotations", ()):
        if quotation["role"] == "official":
            yield from ((quotation["speaker"], words["text"]) for words in quotation["words"])


def _is_same(wanted: Json, found: Said) -> bool:
    same = (overlap(text, squeeze(found[1])) >= SAME_WORDS for text in _wordings(wanted))
    return wanted["speaker"] == found[0] and any(same)


def _wordings(quotation: Json) -> set[str]:
    """The words that gold has, and the shorter or longer ones that it accepts as well."""
    return {squeeze(quotation[key]) for key in ("text", "text_also") if key in quotation}


def overlap(x: str, y: str) -> float:
    """The longest stretch that two texts share, as a part, from 0 to 1, of all that they cover together."""
    shared = SequenceMatcher(None, x, y, autojunk=False).find_longest_match().size
    return shared / (len(x) + len(y) - shared) if shared else 0.0
