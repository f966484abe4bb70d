"""Addresses of the portal's pages. An address, once public, is never broken."""

urlpatterns: list = []
