"""The front page."""

from typing import Any

from django.views.generic import TemplateView

from articles import facets
from articles.showing import front_page


class HomeView(TemplateView):
    """The front page. At most 12 queries, whatever is held."""

    template_name = "home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Gather the sections."""
        cities, drawn = front_page.regions()
        issues = front_page.latest_issues()
        return super().get_context_data(
            collection=front_page.collection(),
            latest_day=next((issue.day for issue in issues if issue.day), None),
            cities=cities[: front_page.CITIES_OPEN],
            more_cities=cities[front_page.CITIES_OPEN :],
            map=drawn,
            issues=issues,
            newcomers=front_page.newly_seen(),
            projects=front_page.latest_projects(),
            policies=front_page.latest_policies(),
            topics=facets.topics(),
            **kwargs,
        )
