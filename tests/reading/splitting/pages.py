"""What the tests of whole pages ask of them."""

from articles.reading.records import ArticleText
from articles.reading.splitting.page import split_page


def only(text: str) -> ArticleText:
    """The one article of a page."""
    (article,) = split_page(text).articles
    return article
