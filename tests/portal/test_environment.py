"""Settings from the environment fail loudly on what they cannot use."""

import stat

import pytest
from django.core.exceptions import ImproperlyConfigured

from portal import environment

LONG_KEY = "k" * 50


@pytest.mark.parametrize(("text", "value"), [("1", True), ("Yes", True), ("off", False), ("0", False), (" ", True)])
def test_flag_reads_yes_and_no(text, value):
    assert environment.flag("DEBUG", True, {"DEBUG": text}) is value


@pytest.mark.parametrize("text", ["Flase", "2", "ja"])
def test_flag_refuses_a_mistyped_word(text):
    with pytest.raises(ImproperlyConfigured, match="neither yes nor no"):
        environment.flag("DEBUG", True, {"DEBUG": text})


def test_development_makes_its_own_key_once(tmp_path):
    first = environment.secret_key(tmp_path, debug=True, env={})
    assert len(first) >= environment.SHORTEST_KEY
    assert environment.secret_key(tmp_path, debug=True, env={}) == first
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


@pytest.mark.parametrize("env", [{}, {"SECRET_KEY": "short"}, {"SECRET_KEY": "django-insecure-" + LONG_KEY}])
def test_production_refuses_a_missing_short_or_default_key(tmp_path, env):
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY"):
        environment.secret_key(tmp_path, debug=False, env=env)


def test_a_good_key_is_taken(tmp_path):
    assert environment.secret_key(tmp_path, debug=False, env={"SECRET_KEY": LONG_KEY}) == LONG_KEY


@pytest.mark.parametrize("hosts", ["", " , ", "*", "portal.example,*"])
def test_production_refuses_to_answer_to_unnamed_hosts(hosts):
    with pytest.raises(ImproperlyConfigured, match="ALLOWED_HOSTS"):
        environment.allowed_hosts(debug=False, env={"ALLOWED_HOSTS": hosts})


def test_named_hosts_are_split_at_commas():
    env = {"ALLOWED_HOSTS": "portal.example, www.portal.example"}
    assert environment.allowed_hosts(debug=False, env=env) == ["portal.example", "www.portal.example"]


def test_data_dir_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ImproperlyConfigured, match="DATA_DIR"):
        environment.data_dir(tmp_path, {"DATA_DIR": str(tmp_path / "file" / "below")})
