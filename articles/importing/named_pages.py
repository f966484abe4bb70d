"""The stored page that somebody names: by its id, the file it was imported from, or its address."""

from __future__ import annotations

import re
from datetime import date

from django.db.models import Q, QuerySet

from articles.importing.files import Refused, printable
from articles.importing.identity import file_name
from articles.models import Newspaper, Page

FORMS = "an id, the name of an imported file, or an address such as 运城日报/2019-05-14/1"
_ID = re.compile("(?:pages/)?([0-9]{1,18})")
_ADDRESS = re.compile("(?:papers/)?([^/]+)/([^/]+)/([0-9]{1,3})")


def page_named(name: str) -> int:
    """Return the id of the page meant: 12, 运城日报_2019-05-14_01.txt, 运城日报/2019-05-14/1, or the path of its address
    in the portal.

    Raises Refused, in the user's words, when there is no such page or more than one. Two statements at most.
    """
    name = printable(name)
    if match := _ID.fullmatch(name.strip("/")):
        return _with_id(int(match[1]))
    if match := _ADDRESS.fullmatch(name.strip("/")):
        return _at_address(match[1], match[2], int(match[3]))
    return _from_file(name)


def paper_called(name: str) -> Newspaper:
    """Return the newspaper of a name or a slug; raises Refused when there is none."""
    name = printable(name)
    found = Newspaper.objects.filter(Q(name=name) | Q(slug=name)).order_by("pk").first()
    if found is None:
        raise Refused(f"no newspaper is called {name}")
    return found


def _with_id(number: int) -> int:
    if not Page.objects.filter(pk=number).exists():
        raise Refused(f"no page has the id {number}")
    return number


def _at_address(paper: str, day: str, number: int) -> int:
    newspaper = paper_called(paper)
    try:
        issued = date.fromisoformat(day)
    except ValueError as error:
        raise Refused(f"{day} is no day; write it as 2019-05-14") from error
    found = _ids(Page.objects.filter(newspaper=newspaper, date=issued, number=number))
    if not found:
        raise Refused(f"there is no page {number} of {newspaper} of {issued}")
    return found[0]


def _from_file(name: str) -> int:
    found = _ids(Page.objects.filter(file_name=file_name(name)))
    if not found:
        raise Refused(f"no page is known as {name}; give {FORMS}")
    if len(found) > 1:
        raise Refused(f"several pages come from files called {file_name(name)}; give an id: {_list(found)}")
    return found[0]


def _ids(pages: QuerySet[Page]) -> list[int]:
    return list(pages.order_by("pk").values_list("pk", flat=True))


def _list(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers))
