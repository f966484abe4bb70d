"""Who held a post on a day."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.importing.files import printable
from articles.management.arguments import day
from articles.showing.holders import HELD, INFERRED, SEEN, Answer, Holder, Sighting, holders_on
from articles.showing.offices import offices_named

SEVERAL = 2
CERTAINTY = {
    SEEN: "a paper of that day says so",
    HELD: "papers before and after give the post",
    INFERRED: "inferred: papers before and after name the same person",
}


class Command(BaseCommand):
    """Exit status: 0 answered, be it “not known”; 1 no such post, or no day; 2 several posts are meant."""

    help = "Say who held a post on a day, by the last sentence before and the first after: who 左权县委书记 2021-08-06"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "post", help="a full title, or place and title: 中共左权县委书记, 左权县委书记, “左权县 县长”"
        )
        parser.add_argument("date", help="the day, as 2021-08-06")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        asked = _day(options["date"])
        offices = offices_named(options["post"])
        if not offices:
            raise CommandError(
                f"no post is known as {printable(options['post'])}; give its place and title, as 左权县县长"
            )
        if len(offices) > 1:
            self.stderr.write(f"{printable(options['post'])} can mean several posts:")
            for office in offices:
                self.stderr.write(f"  {office.name} ({office.posts[0].place or office.posts[0].organ})")
            sys.exit(SEVERAL)
        answer = holders_on(offices[0], asked)
        if options["json"]:
            self.stdout.write(json.dumps(_json(answer), ensure_ascii=False, indent=1))
        else:
            self.stdout.writelines(f"{line}\n" for line in _lines(answer))


def _day(text: str) -> date:
    try:
        return day(text)
    except ArgumentTypeError as error:
        raise CommandError(str(error)) from error


def _lines(answer: Answer) -> Iterator[str]:
    if not answer.holders:
        yield f"{answer.office.name}, {answer.day}: not known"
        yield from _nearest("last seen before", answer.before)
        yield from _nearest("first seen after", answer.after)
        return
    for holder in answer.holders:
        acting = " (acting)" if holder.acting else ""
        yield f"{answer.office.name}, {answer.day}: {holder.official}{acting}, {CERTAINTY[holder.certainty]}"
        yield from _bounds(holder)
    if answer.is_conflict:
        yield f"conflict: papers give this post to {len(answer.holders)} people on that day"


def _bounds(holder: Holder) -> Iterator[str]:
    if holder.certainty == SEEN:
        yield f"  seen {_cited(holder.before)}"
    else:
        yield f"  last seen before {_cited(holder.before)}"
        yield f"  first seen after {_cited(holder.after)}"


def _nearest(label: str, sightings: tuple[Sighting, ...]) -> Iterator[str]:
    if not sightings:
        yield f"  {label}: nobody"
    for one in sightings:
        yield f"  {label}: {one.official}, {_cited(one)}"


def _cited(one: Sighting) -> str:
    article = one.quote.article
    page = f" page {article.page.number}" if article.page.number else ""
    line = f" line {one.quote.line}" if one.quote.line else ""
    paper = article.newspaper or article.page.file_name
    return f"{one.quote.day} {paper}{page}{line}, as {one.post.name}: {one.quote.sentence}"


def _json(answer: Answer) -> dict[str, Any]:
    return {
        "post": answer.office.name,
        "posts": [post.name for post in answer.office.posts],
        "date": answer.day.isoformat(),
        "known": bool(answer.holders),
        "conflict": answer.is_conflict,
        "holders": [_holder(holder) for holder in answer.holders],
        "last_seen_before": [_sighting(one) for one in answer.before],
        "first_seen_after": [_sighting(one) for one in answer.after],
    }


def _holder(holder: Holder) -> dict[str, Any]:
    return {
        "id": holder.official.pk,
        "name": holder.official.name,
        "certainty": holder.certainty,
        "acting": holder.acting,
        "before": _sighting(holder.before),
        "after": _sighting(holder.after),
    }


def _sighting(one: Sighting) -> dict[str, Any]:
    article = one.quote.article
    return {
        "id": one.official.pk,
        "name": one.official.name,
        "post": one.post.name,
        "acting": one.acting,
        "date": one.quote.day.isoformat() if one.quote.day else None,
        "newspaper": article.newspaper.name if article.newspaper else None,
        "page": article.page.number,
        "line": one.quote.line,
        "article": article.pk,
        "sentence": one.quote.sentence,
    }
