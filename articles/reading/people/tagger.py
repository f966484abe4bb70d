"""A tagger of words that knows names of persons: the small network that comes with jieba, run with numpy alone.

Characters → vectors → two layers of gated recurrent units in both directions → a score for each tag → the chances of
tags in a row (a conditional random field). Loaded on first use (0.2 s, 60 MB with numpy).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from articles.reading.people.lac_files import Floats, read_numbers, read_tensor

# Width of a character's vector, and of a layer in one direction.
WIDTH = 128
BATCH = 32
# The tags of names: LAC has one for names in running text, one for those of its dictionary.
_NAME_TAGS = ("PER", "nr")


@dataclass(frozen=True, slots=True)
class _Layer:
    """One direction of a recurrent layer: weights of the input, of both gates, and of the candidate state."""

    entry: Floats
    bias: Floats
    gates: Floats
    state: Floats
    backward: bool


@dataclass(frozen=True, slots=True)
class _Model:
    """All weights; first, last and moves weigh a tag at the start, at the end, and after another one."""

    characters: dict[str, int]
    unknown: int
    vectors: Floats
    layers: tuple[_Layer, ...]
    out: Floats
    out_bias: Floats
    first: Floats
    last: Floats
    moves: Floats
    begins: tuple[int, ...]
    goes_on: tuple[int, ...]


def name_chances(texts: Sequence[str]) -> list[Floats]:
    """For each text an array of two columns: the chance that a character begins a name, and that it goes on with one.

    The texts should be sentences. Linear in their characters, some 30,000 a second.
    """
    order = sorted((i for i in range(len(texts)) if texts[i]), key=lambda i: -len(texts[i]))
    found: list[Floats] = [np.zeros((0, 2), np.float32)] * len(texts)
    for start in range(0, len(order), BATCH):
        batch = order[start : start + BATCH]
        for i, chances in zip(batch, _chances([texts[i] for i in batch]), strict=True):
            found[i] = chances
    return found


def _chances(texts: Sequence[str]) -> list[Floats]:
    """The chances of a batch. Its texts go from the longest to the shortest, so that those that reach a position are
    always the first ones, and no padding is computed."""
    model = _model()
    lengths = [len(text) for text in texts]
    reaching = [sum(length > t for length in lengths) for t in range(lengths[0])]
    numbers = np.zeros((len(texts), lengths[0]), np.intp)
    for row, text in zip(numbers, texts, strict=True):
        row[: len(text)] = [model.characters.get(character, model.unknown) for character in text]
    values: Floats = model.vectors[numbers]
    for one, other in (model.layers[:2], model.layers[2:]):
        values = np.concatenate([_run(one, values, reaching), _run(other, values, reaching)], axis=2)
    tags = _tag_chances(model, values @ model.out + model.out_bias, lengths, reaching)
    both = np.stack([tags[:, :, model.begins].sum(axis=2), tags[:, :, model.goes_on].sum(axis=2)], axis=2)
    return [both[row, :length] for row, length in enumerate(lengths)]


def _run(layer: _Layer, values: Floats, reaching: list[int]) -> Floats:
    """The states of a gated recurrent layer at each position, as in PaddlePaddle: h = (1 - u) h + u c."""
    inputs = values @ layer.entry + layer.bias
    states = np.zeros((*values.shape[:2], WIDTH), np.float32)
    state = np.zeros((values.shape[0], WIDTH), np.float32)
    for t in reversed(range(len(reaching))) if layer.backward else range(len(reaching)):
        n = reaching[t]
        now, before = inputs[:n, t], state[:n]
        gates = 0.5 + 0.5 * np.tanh(0.5 * (now[:, : 2 * WIDTH] + before @ layer.gates))
        update, reset = gates[:, :WIDTH], gates[:, WIDTH:]
        fresh = np.tanh(now[:, 2 * WIDTH :] + (reset * before) @ layer.state)
        state[:n] = before + update * (fresh - before)
        states[:n, t] = state[:n]
    return states


def _tag_chances(model: _Model, scores: Floats, lengths: Sequence[int], reaching: Sequence[int]) -> Floats:
    """The chance of each tag at each position, over all runs of tags: what comes before it times what comes after."""
    weights = np.exp(scores - scores.max(axis=2, keepdims=True))
    before, after = np.zeros_like(weights), np.zeros_like(weights)
    before[:, 0] = _shares(model.first * weights[:, 0])
    for t in range(1, len(reaching)):
        n = reaching[t]
        before[:n, t] = _shares((before[:n, t - 1] @ model.moves) * weights[:n, t])
    after[range(len(lengths)), [length - 1 for length in lengths]] = model.last
    for t in reversed(range(1, len(reaching))):
        n = reaching[t]
        after[:n, t - 1] = _shares((weights[:n, t] * after[:n, t]) @ model.moves.T)
    return _shares(before * after)


def _shares(values: Floats) -> Floats:
    """The values as parts of their sum, so that long products do not vanish."""
    shares: Floats = values / np.maximum(values.sum(axis=-1, keepdims=True), np.finfo(np.float32).tiny)
    return shares


@cache
def _model() -> _Model:
    characters, tags = read_numbers("word.dic"), read_numbers("tag.dic")
    crf = np.exp(read_tensor("crfw", len(tags) + 2, len(tags)))
    return _Model(
        characters=characters,
        unknown=characters["OOV"],
        vectors=read_tensor("word_emb", max(characters.values()) + 1, WIDTH),
        layers=tuple(_layer(number) for number in range(4)),
        out=read_tensor("fc_4.w_0", 2 * WIDTH, len(tags)),
        out_bias=read_tensor("fc_4.b_0", len(tags)),
        first=crf[0],
        last=crf[1],
        moves=crf[2:],
        begins=tuple(tags[f"{tag}-B"] for tag in _NAME_TAGS),
        goes_on=tuple(tags[f"{tag}-I"] for tag in _NAME_TAGS),
    )


def _layer(number: int) -> _Layer:
    """The first two are the lower layer in both directions, the others the upper one."""
    recurrent = read_tensor(f"gru_{number}.w_0", 3 * WIDTH * WIDTH)
    return _Layer(
        entry=read_tensor(f"fc_{number}.w_0", WIDTH if number < 2 else 2 * WIDTH, 3 * WIDTH),
        bias=read_tensor(f"fc_{number}.b_0", 3 * WIDTH) + read_tensor(f"gru_{number}.b_0", 3 * WIDTH),
        gates=recurrent[: 2 * WIDTH * WIDTH].reshape(WIDTH, 2 * WIDTH),
        state=recurrent[2 * WIDTH * WIDTH :].reshape(WIDTH, WIDTH),
        backward=number % 2 == 1,
    )
