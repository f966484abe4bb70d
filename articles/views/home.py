"""The front page."""

from django.views.generic import TemplateView


class HomeView(TemplateView):
    """The front page."""

    template_name = "home.html"
