"""Print how well pages are read.

python -m tests.scoring                               the sample pages
python -m tests.scoring --gold FOLDER --pages FOLDER  pages and gold of your own, in the form of fixtures/gold
python -m tests.scoring --verbose                     every miss as well
python -m tests.scoring --raise                       lift the floors of the sample pages to what holds now
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.scoring.floors import FILE, group_figures, load_floors, raised, save_floors
from tests.scoring.sheets import GOLD, PAGES, read_sheets, tallies_of
from tests.scoring.tally import Tallies


def main(arguments: list[str]) -> int:
    """Do what the command line asks; the exit status is 0."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if not options.floors:
        _print_figures(tallies_of(read_sheets(options.gold, options.pages)), options.verbose)
    elif (options.gold, options.pages) == (GOLD, PAGES):
        _raise_floors()
    else:
        parser.error("--raise is for the sample pages alone")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.scoring", description="Print how well pages are read.")
    parser.add_argument("--gold", type=Path, default=GOLD, help="folder of gold files")
    parser.add_argument("--pages", type=Path, default=PAGES, help="folder of the pages that they name")
    parser.add_argument("--verbose", action="store_true", help="print every miss")
    parser.add_argument("--raise", dest="floors", action="store_true", help="raise the floors to what holds now")
    return parser


def _print_figures(tallies: Tallies, verbose: bool) -> None:
    for name, tally in tallies.items():
        figure = tally.figure()
        print(
            f"{name:<16} F1 {figure['f1']:.3f}   precision {figure['p']:.3f}   recall {figure['r']:.3f}   of {figure['n']}"
        )
    notes = [f"  [{name}] {note}" for name, tally in tallies.items() for note in tally.notes if verbose]
    print(*notes, sep="\n", end="\n" if notes else "")


def _raise_floors() -> None:
    """Write each floor that rises, and print it."""
    before = load_floors()
    after = raised(before, group_figures())
    for group, floors in after.items():
        for name, floor in floors.items():
            old = before.get(group, {}).get(name)
            if floor != old:
                print(f"{group}: {name} {old} → {floor}")
    save_floors(after)
    print(f"Commit {FILE.name} with what raised them.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
