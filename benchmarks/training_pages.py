"""The pages from which weights are fitted: those that have gold, their stories set anew, and the page-setter's.

Which tags a page has says from what it must be kept out: its own file, its group and its fold; a page set anew has
those of all its stories, which therefore come from one group and fold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.pagesetter.layouts import LAYOUTS
from tests.pagesetter.resetting import FEWEST, ResetPage, reset_pages
from tests.pagesetter.setter import SetPage, Story, set_page
from tests.pagesetter.stories import some_stories
from tests.pagesetter.taking import GoldPage, gold_pages, take_stories
from tests.scoring.pairing import lines_of
from tests.scoring.sheets import GOLD, PAGES, PAPERS, WIDE
from tests.scoring.wording import squeeze

Owner = tuple[str, str]
FURNITURE: Owner = ("", "furniture")
FOLDS = 5
PARTS = ("headline", "body")
CROSSHEADS = ("crossheads", "inner_heads")
RESET, SET = "re-set", "page-setter"
SETTER_SEEDS = range(6)


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of gold and its pages, and how much a case from it counts."""

    group: str
    gold: Path
    pages: Path
    count: float


@dataclass(frozen=True, slots=True)
class TrainingPage:
    """A page whose every line is known: owners gives article and part by line number, crossheads their wordings.

    borders and display are how much a case of either kind counts; tags are what the page is left out with.
    """

    name: str
    group: str
    text: str
    owners: Mapping[int, Owner]
    crossheads: frozenset[str]
    borders: float
    display: float
    tags: frozenset[str]


FOLDERS = (
    Folder("samples", GOLD, PAGES, 6.0),
    Folder("wide", WIDE / "gold", WIDE / "pages", 6.0),
    Folder("papers", PAPERS / "gold", PAPERS / "pages", 3.0),
)


def extra_folder(number: int, gold: Path, pages: Path) -> Folder:
    """A folder from outside the repository."""
    return Folder(f"extra {number}", gold, pages, 6.0)


def training_pages(folders: Sequence[Folder], count: int, seed: int) -> list[TrainingPage]:
    """All pages, `count` of them (about) set anew. Deterministic."""
    read = [(folder, fold, page) for folder in folders for fold, page in folds_of(folder)]
    known = [_of_gold(folder, fold, page) for folder, fold, page in read]
    return [*known, *_set_anew(read, count, seed), *_page_setters()]


def folds_of(folder: Folder) -> Iterator[tuple[str, GoldPage]]:
    """The pages of a folder, in the order of their names, dealt to the folds in turn."""
    for number, page in enumerate(gold_pages(folder.gold, folder.pages)):
        yield fold_name(number % FOLDS), page


def fold_name(number: int) -> str:
    """The tag of a fold."""
    return f"fold {number + 1}"


def page_name(folder: Folder, page: GoldPage) -> str:
    """What a page is called here: the file's name alone is not unique."""
    return f"{folder.group}/{page.sheet['file']}"


def _of_gold(folder: Folder, fold: str, page: GoldPage) -> TrainingPage:
    articles = page.sheet["articles"]
    owners = {
        n: (article["id"], part) for article in articles for part in PARTS for n in lines_of(article[f"{part}_lines"])
    }
    furniture = {n: FURNITURE for item in page.sheet["furniture"] for n in lines_of([item["lines"]])}
    crossheads = (one["text"] for article in articles for key in CROSSHEADS for one in article.get(key, ()))
    name = page_name(folder, page)
    tags = frozenset({name, folder.group, fold})
    return TrainingPage(
        name, folder.group, page.text, furniture | owners, _wordings(crossheads), folder.count, folder.count, tags
    )


def _wordings(crossheads: Iterable[str]) -> frozenset[str]:
    """Crossheads without punctuation, whole and in the parts that blanks make."""
    return frozenset(squeeze(part) for text in crossheads for part in (text, *text.split(" ")))


def _set_anew(read: Sequence[tuple[Folder, str, GoldPage]], count: int, seed: int) -> Iterator[TrainingPage]:
    """Pages set anew from the stories of each group's fold, as many as its share of all stories."""
    pools: dict[tuple[str, str], list[tuple[str, Story]]] = {}
    for folder, fold, page in read:
        pool = pools.setdefault((folder.group, fold), [])
        pool += [(page_name(folder, page), story) for story in take_stories(page)]
    every = sum(map(len, pools.values()))
    for number, ((group, fold), pool) in enumerate(pools.items()):
        if len(pool) >= FEWEST:
            pages = reset_pages([story for _, story in pool], round(count * len(pool) / every), seed * 1000 + number)
            yield from (_of_reset(page, [name for name, _ in pool], {group, fold, RESET}) for page in pages)


def _of_reset(page: ResetPage, names: Sequence[str], tags: set[str]) -> TrainingPage:
    every = frozenset({*tags, *(names[n] for n in page.taken)})
    return _of_set(page.page, page.stories, RESET, 1.0, every)


def _page_setters() -> Iterator[TrainingPage]:
    for layout in LAYOUTS:
        for seed in SETTER_SEEDS:
            stories = some_stories(seed)
            yield _of_set(set_page(stories, layout, seed), stories, SET, 0.5, frozenset({SET}))


def _of_set(page: SetPage, stories: Sequence[Story], group: str, display: float, tags: frozenset[str]) -> TrainingPage:
    owners: dict[int, Owner] = dict.fromkeys(page.furniture, FURNITURE)
    for part, lines in zip(PARTS, (page.headline_lines, page.body_lines), strict=True):
        owners |= {n: (str(number), part) for number, of in enumerate(lines) for n in of}
    crossheads = _wordings(text for story in stories for text, _ in story.crossheads)
    return TrainingPage(group, group, page.text, owners, crossheads, 1.0, display, tags)
