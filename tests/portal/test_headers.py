"""Every response carries the strict headers, the admin's and the errors' included."""

import pytest

pytestmark = pytest.mark.django_db
ADDRESSES = ["/", "/articles/", "/admin/login/", "/no-such-page/"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_content_security_policy_allows_only_this_origin(client, address):
    policy = client.get(address).headers["Content-Security-Policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == "'self'"
    assert rules["frame-ancestors"] == rules["base-uri"] == "'none'"
    assert "unsafe" not in policy and "http" not in policy


@pytest.mark.parametrize("address", ADDRESSES)
def test_other_headers_are_set(client, address):
    headers = client.get(address).headers
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "geolocation=()" in headers["Permissions-Policy"]


def test_an_unknown_host_is_refused_in_plain_words(client):
    assert client.get("/", headers={"host": "elsewhere.example"}).status_code == 400


@pytest.mark.parametrize("address", ["/no-such-page/", "/articles/999999999999999999999/", "/places/%00/"])
def test_what_does_not_exist_is_a_plain_404(client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert "没有" in response.content.decode()
    assert "Traceback" not in response.content.decode()


def test_a_fault_is_a_plain_500(client, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("articles.models.Article.objects.readable", None)
    response = client.get("/articles/")
    assert response.status_code == 500
    assert "Traceback" not in response.content.decode()
