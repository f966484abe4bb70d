"""Arguments that several commands take, each refused with words of its own."""

from argparse import ArgumentTypeError
from datetime import date


def day(text: str) -> date:
    """Parse a day written as 2021-08-07; raise ArgumentTypeError for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{text!r} is no day; write it as 2021-08-07") from error


def page_number(text: str) -> int:
    """Parse a page number from 1 to 999; raise ArgumentTypeError for anything else."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 999):
        raise ArgumentTypeError(f"{text!r} is no page number from 1 to 999")
    return int(text)
