"""What a visitor sees when something goes wrong: plain words, the right status, a way on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def _error(request: HttpRequest, status: int, title: str, text: str) -> HttpResponse:
    return render(request, "error.html", {"status": status, "title": title, "text": text}, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the address or the form is not one that the portal can read."""
    return _error(request, 400, _("This request cannot be read"), _("The address or the form contains something odd."))


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: the visitor may not see this."""
    return _error(request, 403, _("No access"), _("Your account may not open this page."))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: there is no such page."""
    return _error(request, 404, _("No such page"), _("The address may be mistyped, or the page may not be held."))


def server_error(request: HttpRequest) -> HttpResponse:
    """500: the fault is the portal's; its log has the details."""
    return _error(request, 500, _("Something went wrong here"), _("The fault is ours, not yours. Please try again."))
