"""Sentences as quotations."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext

from articles.models import Article
from articles.templatetags.humanized import issued

register = template.Library()


@register.filter
def quoted(sentence: str, most: int = 140) -> str:
    """Return a sentence in 引号, cut to so many characters; one that opens with speech keeps its own marks.

    >>> quoted("水库开工。"), quoted("“水要守好。”她说。")
    ('“水库开工。”', '“水要守好。”她说。')
    """
    text = Truncator(sentence).chars(most, truncate="……")
    return text if text.startswith("“") else f"“{text}”"


@register.filter
def issue(article: Article) -> str:
    """Return where an article was printed: date, newspaper, page; the file's name where none of them is known."""
    page, day = article.page, ""
    if article.published:
        day = format_html('<time datetime="{0}">{0}</time>', issued(article.published, page.date_precision))
    paper = f"《{article.newspaper.name}》" if article.newspaper else ""
    number = gettext("page %(number)s") % {"number": page.number} if page.number else ""
    return format_html("{}{}{}", day, paper, number) if day or paper else page.file_name
