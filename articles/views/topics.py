"""Topics in two levels, and what is reported on each."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.views.generic import DetailView

from articles.lists.results import listed, results
from articles.models import Article, Topic
from articles.showing.together import counties_in, people_in, policies_in
from articles.showing.topic_counts import counted
from articles.views.listing import PagedListView

REPORTS_SHOWN = 20


class TopicListView(PagedListView):
    """Groups of topics with their members, and topics without a group. At most 12 queries."""

    template_name = "topics/topic_list.html"
    paginate_by = 100

    def get_queryset(self) -> QuerySet[Topic]:
        """The upper level."""
        return Topic.objects.filter(parent__isnull=True).order_by("pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Count the articles of the topics shown."""
        context = super().get_context_data(**kwargs)
        return {**context, "topics": counted(context["page_obj"].object_list)}


class TopicView(DetailView):
    """A topic or a group of topics. At most 15 queries."""

    template_name = "topics/topic_detail.html"
    context_object_name = "topic"
    queryset = Topic.objects.select_related("parent")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the latest articles, and the counties, officials and policies of all."""
        articles = Article.objects.readable().about(self.object)
        return super().get_context_data(
            topics=counted(Topic.objects.filter(pk=self.object.pk))[0].members,
            total=articles.count(),
            results=results(listed(articles.newest_first())[:REPORTS_SHOWN]),
            counties=counties_in(articles),
            people=people_in(articles),
            policies=policies_in(articles),
            **kwargs,
        )
