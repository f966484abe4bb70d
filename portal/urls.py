"""Addresses: the portal's own, and the admin."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import include, path


def favicon(request: HttpRequest) -> HttpResponseRedirect:
    """Lead browsers to the icon from pages that name none, the admin's."""
    return redirect(static("favicon.svg"))


urlpatterns = [
    path("", include("articles.urls")),
    path("admin/", admin.site.urls),
    path("favicon.ico", favicon),
]

handler400 = "articles.views.errors.bad_request"
handler403 = "articles.views.errors.forbidden"
handler404 = "articles.views.errors.not_found"
handler500 = "articles.views.errors.server_error"
