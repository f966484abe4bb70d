"""Policies by their titles, and who is said to have issued them."""

from itertools import permutations

import pytest

from articles.curation import record_edit
from articles.models import Policy, PolicyMention
from tests.factories import make_curator, make_place
from tests.importing.readings import CITY, make_found_policy, make_read, make_source, store

pytestmark = pytest.mark.django_db

TITLE = "左权县水库安全管理办法"


@pytest.fixture(autouse=True)
def places():
    make_place(CITY)


def naming(**values):
    body = f"会议学习了《{TITLE}》，要求落实《{TITLE}》。"
    return make_read(body, policies=(make_found_policy(body, TITLE, **values),))


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_one_title_is_one_policy_with_the_fullest_issuer_in_any_order(order):
    said = [
        {},
        {"issuer": "县政府", "level": "county"},
        {"issuer": "左权县人民政府", "level": "county", "short": "办法"},
    ]
    for index in order:
        store([naming(**said[index])], make_source(page=index + 1))
    policy = Policy.objects.get()
    assert (policy.title, policy.issuer, policy.level) == (TITLE, "左权县人民政府", "county")
    assert sorted(PolicyMention.objects.values_list("count", "short_title")) == [(2, ""), (2, ""), (2, "办法")]


def test_an_issuer_that_a_curator_set_stays():
    store([naming()])
    record_edit(Policy.objects.get(), "issuer", "左权县水利局", by=make_curator())
    store([naming(issuer="左权县人民政府")], make_source(page=2))
    assert Policy.objects.get().issuer == "左权县水利局"


def test_a_merged_policy_leads_to_its_target():
    store([naming()])
    other = Policy.objects.create(title="左权县水库管理办法")
    Policy.objects.filter(title=TITLE).update(merged_into=other)
    store([naming()], make_source(page=2))
    assert PolicyMention.objects.get(article__page__number=2).policy == other


def test_a_policy_that_nothing_names_goes():
    page = store([naming()])
    store([make_read("别无他事。")], page=page)
    assert not Policy.objects.exists()
