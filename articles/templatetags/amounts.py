"""Sums of money as tables write them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from django import template

register = template.Library()
HUNDRED_MILLION = Decimal(10**8)


@register.filter
def yi(yuan: Decimal | None) -> str:
    """Return 1860000000 yuan as 18.6, in units of 亿元; at most two places, four below a million; "" for None."""
    if yuan is None:
        return ""
    value = yuan / HUNDRED_MILLION
    places = Decimal("0.01") if value >= Decimal("0.01") or not value else Decimal("0.0001")
    return f"{value.quantize(places, ROUND_HALF_UP).normalize():,f}"
