"""verify_evidence: all that the sample pages give stands; whatever is tampered with is found; curators are not blamed."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from articles.curation import record_edit, undo
from articles.models import (
    Article,
    Contributor,
    OfficialMention,
    Page,
    PersonMention,
    PlaceMention,
    PolicyMention,
    ProjectFigure,
    ProjectMention,
    Quotation,
    Status,
    TenureEvidence,
    TopicMention,
    Visit,
    VisitCompanion,
    VisitStop,
)
from articles.verifying.pages import verify_page
from tests.factories import make_curator

Tamper = Callable[[Any], None]


def set_to(**values: Any) -> Tamper:
    """Tampering that gives a row these values."""

    def tamper(row: Any) -> None:
        type(row).objects.filter(pk=row.pk).update(**values)

    return tamper


def shift(row: Any) -> None:
    spans = [[start + 1, end + 1] for start, end in getattr(row, "spans", [])]
    set_to(start=row.start + 1, end=row.end + 1, **({"spans": spans} if spans else {}))(row)


def move_past_the_end(row: Any) -> None:
    far = len(article_of(row).body) + 5
    set_to(start=far, end=far + 2, **({"spans": [[far, far + 2]]} if hasattr(row, "spans") else {}))(row)


def rename(entity: str, field: str) -> Tamper:
    def tamper(row: Any) -> None:
        target = getattr(row, entity)
        type(target).objects.filter(pk=target.pk).update(**{field: "另外一个", "derived": {}})

    return tamper


def lead_nowhere(place: Any) -> None:
    place = place.place
    place.names.all().delete()
    type(place).objects.filter(pk=place.pk).update(path="河南省/无此县", name="无此县", short_name="无此")


def swap_holder(row: TenureEvidence) -> None:
    set_to(tenure=TenureEvidence.objects.exclude(article__page=row.article.page).first().tenure)(row)


TAMPERED = [
    (OfficialMention, shift, "the text says"),
    (OfficialMention, rename("official", "name"), "not 另外一个"),
    (OfficialMention, set_to(sentence=""), "no sentence"),
    (OfficialMention, set_to(sentence="另外一句话。"), "is not the sentence at"),
    (OfficialMention, set_to(count=99), "99 mentions"),
    (OfficialMention, set_to(spans=[[0]]), "characters 0 are not in a body"),
    (OfficialMention, set_to(start=None, end=None, spans=[], count=1), "stands in no headline or byline"),
    (OfficialMention, move_past_the_end, "are not in a body of"),
    (PlaceMention, shift, "the text says"),
    (PlaceMention, lead_nowhere, "not 河南省/无此县"),
    (ProjectMention, move_past_the_end, "are not in a body of"),
    (ProjectMention, rename("project", "name"), "not 另外一个"),
    (ProjectMention, set_to(stage="cancelled", stage_text="已经停建"), "are not printed"),
    (ProjectMention, set_to(stage="cancelled", stage_text=""), "stage cancelled by the words “”"),
    (PolicyMention, shift, "the text says"),
    (PolicyMention, rename("policy", "title"), "not 另外一个"),
    (TopicMention, set_to(words=["没有印出的词"]), "its word “没有印出的词” is not printed"),
    (TenureEvidence, shift, "the text says"),
    (TenureEvidence, set_to(text="总经理"), "not 总经理"),
    (TenureEvidence, swap_holder, "is not named in the article"),
    (ProjectFigure, set_to(text="8亿元"), "not 8亿元"),
    (ProjectFigure, set_to(value=12345), "is not 12345"),
    (ProjectFigure, set_to(start=10**6, end=10**6 + 1), "are not in a body of"),
    (Quotation, shift, "is not the sentence at"),
    (Quotation, set_to(words=["没有说过的话。"]), "“没有说过的话。” is not said in"),
    (Quotation, set_to(words=[]), "not what"),
    (Quotation, set_to(verb="高呼"), "says with 高呼"),
    (Quotation, set_to(speaker="无此人"), "无此人 is not named in the article"),
    (Quotation, set_to(sentence="另外一句话。"), "is not the sentence at"),
    (Quotation, move_past_the_end, "are not in a body of"),
    (Visit, set_to(name="无此人"), "无此人 is not named in the article"),
    (Visit, set_to(date_text="13月1日"), "“13月1日”, its day, is not printed"),
    (Visit, set_to(sentence="另外一句话。"), "is not the sentence at"),
    (Visit, set_to(count=99), "99 mentions"),
    (Visit, move_past_the_end, "are not in a body of"),
    (PersonMention, shift, "the text says"),
    (PersonMention, set_to(name="无此人"), "not 无此人"),
    (PersonMention, set_to(sentence="另外一句话。"), "is not the sentence at"),
    (PersonMention, set_to(spans=[], start=None, end=None, count=1), "stands in no headline or byline"),
    (PersonMention, set_to(count=99), "99 mentions"),
    (PersonMention, move_past_the_end, "are not in a body of"),
    (VisitStop, shift, "the text says"),
    (VisitStop, set_to(text="另外一处"), "not 另外一处"),
    (VisitStop, move_past_the_end, "are not in a body of"),
    (VisitCompanion, set_to(name="无此人"), "not 无此人"),
    (VisitCompanion, set_to(start=0, end=2), "the text says"),
    (Contributor, set_to(name="无此人"), "无此人 is printed on none of the article's lines"),
]  # fmt: skip


def row_of(model: Any) -> Any:
    """The first row that stands in a body; of contributors, who keep no place, the first of all."""
    if model is Contributor:
        return model.objects.order_by("pk").first()
    rows = model.objects.filter(start__isnull=False).order_by("pk")
    return rows.first()


def article_of(row: Any) -> Article:
    if isinstance(row, VisitStop | VisitCompanion):
        return row.visit.article
    return row.report.article if isinstance(row, ProjectFigure) else row.article


def test_every_fact_of_the_sample_pages_stands(verify):
    status, lines = verify()
    assert (status, len(lines)) == (0, 1), lines[:5]
    assert lines[0].endswith(f"facts on {Page.objects.count()} pages, 0 wrong")
    assert int(lines[0].split()[1]) > 1000


@pytest.mark.parametrize(("model", "tamper", "said"), TAMPERED)
def test_what_is_tampered_with_is_found(verify, model, tamper, said):
    row = row_of(model)
    article = article_of(row)
    tamper(row)
    status, lines = verify(page=[article.page_id])
    assert status == 1
    assert [line for line in lines if f"article {article.pk} ·" in line and said in line], lines
    assert lines[-1].endswith(f"on 1 pages, {len(lines) - 1} wrong")


@pytest.mark.parametrize(
    ("tamper", "said"),
    [
        (lambda article: {"body": article.body[:9] + "添" + article.body[9:]}, "does not print"),
        (lambda article: {"body": article.body[: len(article.body) // 2]}, "no run of a body of"),
        (lambda article: {"offsets": []}, "its first character leads to no raw line"),
        (lambda article: {"offsets": [[0, 10**6]]}, "lead to line 1000000"),
        (lambda article: {"event_dates": [{"start": 0, "end": 2, "text": "昨天"}]}, "昨天 does not stand at 0–2"),
    ],
)
def test_a_text_that_does_not_lead_back_is_found(verify, tamper, said):
    article = Article.objects.exclude(body="").order_by("-pk")[3]
    Article.objects.filter(pk=article.pk).update(**tamper(article))
    status, lines = verify(page=[article.page_id])
    assert status == 1 and [line for line in lines if f"article {article.pk} ·" in line and said in line], lines


def test_another_raw_text_fails_each_of_its_articles(verify):
    page = Page.objects.first()
    Page.objects.filter(pk=page.pk).update(raw_text="别的字。\n" * 400)
    status, lines = verify(page=[page.pk])
    assert status == 1
    assert sum("does not print" in line for line in lines) == page.articles.exclude(body="").count()


def test_a_fact_of_an_article_that_is_not_there_is_found(verify):
    row = row_of(TenureEvidence)
    set_to(article_id=10**6)(row)
    status, lines = verify()
    set_to(article_id=row.article_id)(row)
    assert status == 1
    assert [line for line in lines if "article 1000000 · tenure" in line and f"row {row.pk}" in line]


def test_rejected_rows_and_orphans_are_no_facts(verify):
    row = row_of(OfficialMention)
    set_to(sentence="", status=Status.REJECTED)(row)
    assert verify(page=[row.article.page_id])[0] == 0
    set_to(sentence="", status=Status.FOUND)(row)
    set_to(review_state="orphaned")(row.article)
    assert verify(page=[row.article.page_id])[0] == 0


def test_a_body_corrected_by_a_curator_is_named_apart(verify):
    row = row_of(OfficialMention)
    article = row.article
    edit = record_edit(article, "body", f"更正：{article.body}", by=make_curator())
    status, lines = verify(page=[article.page_id])
    assert status == 0 and lines[-1].endswith("0 wrong")
    noted = [line for line in lines if line.endswith("(corrected by a curator)")]
    assert len(noted) == len(lines) - 1 > 1 and "text: line" in noted[0]
    undo(edit, by=make_curator())
    assert len(verify(page=[article.page_id])[1]) == 1


def test_a_wrong_fact_in_a_corrected_body_is_still_wrong(verify):
    row = row_of(OfficialMention)
    record_edit(row.article, "body", f"更正：{row.article.body}", by=make_curator())
    set_to(sentence="从来没有这一句。")(row)
    status, lines = verify(page=[row.article.page_id])
    assert status == 1 and lines[-1].endswith("1 wrong")


def test_what_curators_say_of_a_fact_is_theirs(verify):
    row = row_of(TenureEvidence)
    record_edit(row, "text", "县里的负责人", by=make_curator())
    official = row.tenure.official
    record_edit(official, "name", f"{official.name[0]}更名", by=make_curator())
    added = Article.objects.filter(page=row.article.page).last()
    other = OfficialMention.objects.exclude(official__mentions__article=added).first().official
    OfficialMention.objects.create(article=added, official=other, status=Status.ADDED, rule="curator")
    status, lines = verify(page=[row.article.page_id])
    assert status == 0, lines
    assert [line for line in lines if "tenure" in line and line.endswith("(corrected by a curator)")]


def test_a_page_takes_at_most_six_queries(stored, django_assert_max_num_queries):
    for page in Page.objects.all():
        with django_assert_max_num_queries(5):
            assert verify_page(page.pk).wrong == 0
    set_to(sentence="")(row_of(OfficialMention))
    page = row_of(OfficialMention).article.page
    with django_assert_max_num_queries(6):
        assert verify_page(page.pk).wrong == 1


@pytest.mark.parametrize(("options", "pages"), [({"paper": "榆林日报"}, 3), ({"date": "2020-11-18"}, 2)])
def test_pages_can_be_chosen(verify, options, pages):
    assert f"on {pages} pages" in verify(**options)[1][-1]


def test_a_page_that_is_not_there_is_named(stored):
    with pytest.raises(CommandError, match="no such page: 999999"):
        call_command("verify_evidence", page=[999999])


def test_a_stop_that_leads_to_another_place_is_found(verify):
    row = VisitStop.objects.exclude(place=None).order_by("pk").first()
    other = PlaceMention.objects.exclude(place__path__startswith=row.place.path.rpartition("/")[0]).first().place
    set_to(place=other)(row)
    status, lines = verify(page=[row.visit.article.page_id])
    assert status == 1 and [line for line in lines if "stop" in line and f"not {other.path}" in line], lines


def test_parts_of_rejected_visits_are_no_facts(verify):
    row = VisitStop.objects.order_by("pk").first()
    set_to(text="另外一处")(row)
    set_to(status=Status.REJECTED)(row.visit)
    assert verify(page=[row.visit.article.page_id])[0] == 0
