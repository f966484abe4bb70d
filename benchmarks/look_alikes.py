"""Draw the characters of GB 2312 and find those that look alike: what a scan or a tired eye takes for each other.

    python benchmarks/look_alikes.py            how many pairs there are, and the nearest of them
    python benchmarks/look_alikes.py --write    the same, and put them into lexicon/look_alikes.txt

Each of the 6,763 characters is drawn 32 dots square by the browser of the tests, in the sans and the serif face of Noto
CJK SC (fonts-noto-cjk, SIL Open Font License 1.1). Two of them are as like as their blurred pictures correlate, the mean
of both faces counting. The browser must have the fonts: without them all characters would look alike, and it stops.
"""

from __future__ import annotations

import argparse
import base64
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from articles.reading.words import FOLDER  # noqa: E402
from tests.browser import launch_options  # noqa: E402

Floats = NDArray[np.float32]
FACES = ("Noto Sans CJK SC", "Noto Serif CJK SC")
SIDE = 32
ALIKE = 0.75
"""人/入, 未/末, 沁/泌 and 坂/板 are above, 忻/析 and 漳/障 are below; under it most pairs share no more than a radical."""
DRAW = """([chars, face, side]) => {
  const canvas = Object.assign(document.createElement("canvas"), {width: side, height: side});
  const pen = canvas.getContext("2d", {willReadFrequently: true});
  pen.font = `${side - 2}px "${face}"`;
  let dots = "";
  for (const char of chars) {
    pen.clearRect(0, 0, side, side);
    pen.fillText(char, 1, side - 5);
    const data = pen.getImageData(0, 0, side, side).data;
    for (let at = 3; at < data.length; at += 4) dots += String.fromCharCode(data[at]);
  }
  return btoa(dots);
}"""
HEADER = """\
# Characters that look alike in print: a character, then those after it in Unicode's order that look like it.
# Drawn with Noto Sans CJK SC and Noto Serif CJK SC (SIL Open Font License 1.1) and compared by benchmarks/look_alikes.py.
"""


def main() -> int:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put the pairs into the lexicon")
    options = parser.parse_args()
    chars = gb2312()
    likeness = likeness_of(chars)
    pairs = sorted(zip(*np.nonzero(np.triu(likeness, 1) >= ALIKE), strict=True), key=lambda pair: -likeness[pair])
    print(
        f"{len(pairs)} pairs of {len(chars)} characters; the nearest:",
        " ".join(chars[a] + chars[b] for a, b in pairs[:40]),
    )
    if options.write:
        (FOLDER / "look_alikes.txt").write_text(HEADER + lines_of(chars, pairs), "utf-8")
    return 0


def gb2312() -> list[str]:
    """Return the Chinese characters of GB 2312 in Unicode's order."""
    codes = (bytes([row, cell]) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return sorted(char for code in codes if (char := code.decode("gb2312", "ignore")))


def likeness_of(chars: list[str]) -> Floats:
    """Return the matrix of correlations between the pictures of characters, the mean of the faces."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        page = browser.new_page()
        drawn = [_draw(page, chars, face) for face in FACES]
        browser.close()
    return np.mean([correlate(pictures) for pictures in drawn], axis=0)


def _draw(page: Page, chars: list[str], face: str) -> Floats:
    dots = base64.b64decode(page.evaluate(DRAW, [chars, face, SIDE]))
    pictures = np.frombuffer(dots, np.uint8).reshape(len(chars), SIDE, SIDE).astype(np.float32)
    refuse_equals(pictures, face)
    return pictures


def refuse_equals(pictures: Floats, face: str) -> None:
    """Stop where two pictures are the same: the browser has drawn its box for what no font has."""
    if len(np.unique(pictures, axis=0)) < len(pictures):
        raise SystemExit(f"the browser draws some characters the same: is {face} installed?")


def correlate(pictures: Floats) -> Floats:
    """Return the matrix of correlations between pictures, each blurred by a dot first."""
    for axis in (1, 2):
        pictures = (np.roll(pictures, 1, axis) + 2 * pictures + np.roll(pictures, -1, axis)) / 4
    flat = pictures.reshape(len(pictures), -1)
    flat = flat - flat.mean(axis=1, keepdims=True)
    flat /= np.linalg.norm(flat, axis=1, keepdims=True)
    return flat @ flat.T


def lines_of(chars: list[str], pairs: list[tuple[int, int]]) -> str:
    """Return the list's lines: each character, then those after it that it is paired with."""
    alikes: dict[str, str] = {}
    for first, second in sorted(pairs):
        alikes[chars[first]] = alikes.get(chars[first], "") + chars[second]
    return "".join(f"{char}\t{others}\n" for char, others in alikes.items())


if __name__ == "__main__":
    sys.exit(main())
