"""The list of articles."""

from django.views.generic import ListView

from articles.models import Article
from articles.querysets import ArticleQuerySet


class ArticleListView(ListView):
    """All articles."""

    template_name = "articles/article_list.html"
    paginate_by = 20

    def get_queryset(self) -> ArticleQuerySet:
        """The readable articles, newest first."""
        return Article.objects.readable().newest_first()
