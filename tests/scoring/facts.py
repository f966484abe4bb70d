"""Figures of facts: the officials, posts, places, policies and topics of one article."""

from __future__ import annotations

from collections.abc import Iterable

from tests.scoring.pairing import Pair
from tests.scoring.tally import Json, Tallies
from tests.scoring.wording import at_depth, bare_title, squeeze

COUNTY, TOWN, VILLAGE = 3, 4, 5
Post = tuple[str, str, frozenset[str]]


def score_people(pair: Pair, tallies: Tallies) -> None:
    """Officials by name, and their posts by name, place and title; `grassroots` and `concept_only` ones are free.

    Of two people read under one name the last counts.
    """
    people: list[Json] = pair.gold["people"]
    officials = [p for p in people if p["role"] == "official" and not _is_soft(p)]
    by_name = {p["name"]: p for p in pair.got.get("people", ())}
    got = [p for p in by_name.values() if p["role"] == "official"]
    free = {p["name"] for p in people if _is_soft(p) or _is_borderline(p)}
    tallies["officials"].sets({p["name"] for p in officials}, {p["name"] for p in got}, free, pair.label)
    others = [p for p in people if p["role"] != "official" or _is_soft(p)]
    tallies["posts"].match(_posts(officials), _posts(got), _same_post, _posts(others), pair.label)


def _is_soft(person: Json) -> bool:
    return bool(person.get("grassroots") or person.get("concept_only"))


def _is_borderline(person: Json) -> bool:
    return person["role"] == "historical" or "official" in person.get("role_also", ())


def _posts(people: Iterable[Json]) -> list[Post]:
    """Each post as name, place down to the town, and its titles (as printed, in full) without their place."""
    return [
        (person["name"], at_depth(post.get("place") or "中国", TOWN), _titles(post))
        for person in people
        for post in person.get("posts", ())
    ]


def _titles(post: Json) -> frozenset[str]:
    return frozenset(bare_title(post.get(key), post.get("place")) for key in ("text", "resolved")) - {""}


def _same_post(x: Post, y: Post) -> bool:
    return x[:2] == y[:2] and bool(x[2] & y[2])


def score_places(pair: Pair, tallies: Tallies) -> None:
    """Administrative places, their counties, and the primary places; units above a named place are free."""
    gold, label = pair.gold, pair.label
    places = [place for place in gold["places"] if place["resolved"]]
    wanted = {place["resolved"] for place in places if place.get("kind", "admin") == "admin"}
    found = {place["resolved"] for place in pair.got.get("places", ()) if place["resolved"]}
    named = {*gold["primary_places"], *(place["resolved"] for place in places)}
    free = {at_depth(path, depth) for path in named for depth in range(1, VILLAGE + 1)}
    tallies["counties"].sets(_counties(wanted), _counties(found), {at_depth(path, COUNTY) for path in named}, label)
    tallies["places"].sets(wanted, found, free, label)
    tallies["primary places"].sets(gold["primary_places"], pair.got.get("primary_places", ()), (), label)


def _counties(paths: Iterable[str]) -> set[str]:
    return {at_depth(path, COUNTY) for path in paths if path.count("/") >= COUNTY - 1}


def score_subjects(pair: Pair, tallies: Tallies) -> None:
    """Policies by title, and topics; those of `topics_also` are free."""
    gold, got = pair.gold, pair.got
    tallies["policies"].sets(_policies(gold), _policies(got), (), pair.label)
    tallies["topics"].sets(gold["topics"], got.get("topics", ()), gold.get("topics_also", ()), pair.label)


def _policies(article: Json) -> set[str]:
    return {squeeze(policy["title"]) for policy in article.get("policies", ())}
