"""Addresses of a filtered list: one condition more, one less, another page."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True)
class ListAddress:
    """The path of a list and the parameters that shape it, in a fixed order, none of them empty."""

    path: str
    params: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return f"{self.path}?{urlencode(self.params)}" if self.params else self.path

    def having(self, **changed: str) -> ListAddress:
        """The same list with these parameters; page is dropped unless it is one of them."""
        order = [name for name, _ in self.params]
        values = {**dict(self.params), **changed}
        if "page" not in changed:
            values.pop("page", None)
        names = [*order, *(name for name in changed if name not in order)]
        return ListAddress(self.path, tuple((name, values[name]) for name in names if values.get(name)))

    def lacking(self, *names: str) -> ListAddress:
        """The same list without these parameters, from its first page."""
        gone = {*names, "page"}
        return ListAddress(self.path, tuple(pair for pair in self.params if pair[0] not in gone))
