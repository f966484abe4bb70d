"""Figures and dates as the design writes them."""

from datetime import date

from django import template

from articles.models import DatePrecision

register = template.Library()
SHOWN = {DatePrecision.YEAR: "%Y", DatePrecision.MONTH: "%Y-%m"}


@register.filter
def thousands(number: int) -> str:
    """Return 18204 as 18,204."""
    return f"{number:,}"


@register.filter
def issued(day: date, precision: str = DatePrecision.DAY) -> str:
    """Return a date of issue no more exactly than it is known: 2022-09-14, 2022-09, 2022."""
    return day.strftime(SHOWN.get(precision, "%Y-%m-%d")) if day else ""
