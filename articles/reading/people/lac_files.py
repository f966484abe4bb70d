"""The files of the tagger that jieba carries (jieba/lac_small): two word lists, and tensors as PaddlePaddle saves them.

Source: Baidu's LAC, small model, © 2019 PaddlePaddle Authors, Apache-2.0, as packed in jieba 0.42.1. A tensor's file is
a head of fixed size, a description (kind of number, extent of each dimension) and the plain numbers; nothing in it is
executed or unpickled, and a file that is not exactly as expected is refused.
"""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

# Version 0, no levels of detail, version 0 again; then the description's length in four bytes.
_HEAD = bytes(16)
# In the description (a protocol buffer): 5 is float32, field 1; each dimension is a number in field 2.
_FLOAT32, _DIMENSION = b"\x08\x05", 0x10


def folder() -> Traversable:
    """Where the installed jieba keeps the tagger's files; nothing of that package is imported."""
    return files("jieba") / "lac_small"


def read_tensor(name: str, *shape: int) -> Floats:
    """Read one tensor of the model in the given shape, which may divide the stored dimensions otherwise.

    Raises ValueError when the file is none, or holds another number of values.
    """
    data = (folder() / "model_baseline" / name).read_bytes()
    start = 20 + int.from_bytes(data[16:20], "little")
    if data[:16] != _HEAD or data[20:22] != _FLOAT32:
        raise ValueError(f"{name} is no tensor of 32-bit numbers")
    stored = int(np.prod(_dimensions(data[22:start])))
    if stored != int(np.prod(shape)) or len(data) - start != 4 * stored:
        raise ValueError(f"{name} holds {stored} numbers in {len(data) - start} bytes, not the shape {shape}")
    # A copy, since numpy would copy what begins at an odd byte at each use; and without the denormal numbers that
    # training left over, each of which costs a hundred cycles and changes nothing.
    values = np.frombuffer(data, "<f4", offset=start).reshape(shape).astype(np.float32)
    values[np.abs(values) < np.finfo(np.float32).tiny] = 0
    return values


def _dimensions(description: bytes) -> list[int]:
    found: list[int] = []
    at = 0
    while at < len(description) and description[at] == _DIMENSION:
        value, at = _varint(description, at + 1)
        found.append(value)
    return found


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number in seven bits a byte, the lowest first, and the offset behind it."""
    value = shift = 0
    while at < len(data):
        value |= (data[at] & 0x7F) << shift
        shift, at = shift + 7, at + 1
        if data[at - 1] < 0x80:
            break
    return value, at


def read_numbers(name: str) -> dict[str, int]:
    """Read word.dic or tag.dic: the number of each entry. Lines of another form are left out, as LAC does."""
    lines = (folder() / name).read_text("utf-8").split("\n")
    parts = (line.split("\t") for line in lines)
    return {pair[1]: int(pair[0]) for pair in parts if len(pair) == 2}
