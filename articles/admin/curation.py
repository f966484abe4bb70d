"""The log of edits, and the list of open questions."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from articles.admin.base import LoggedAdmin, ReadOnlyAdmin, short_sentence
from articles.curation import record_edit
from articles.models import Edit, OpenQuestion


@admin.register(Edit)
class EditAdmin(ReadOnlyAdmin):
    """Who changed what, when and why."""

    list_display = ["at", "by", "target_type", "target_id", "field", "old", "new", "why", "undone_by"]
    list_filter = ["target_type", "field", "by"]
    list_select_related = ["by", "target_type", "undone_by__target_type"]
    search_fields = ["field", "why", "by__username"]
    date_hierarchy = "at"


@admin.register(OpenQuestion)
class OpenQuestionAdmin(LoggedAdmin):
    """What reading could not settle, with the sentence and the rows that come into question."""

    list_display = ["text", "kind", short_sentence, "candidate_links", "article", "state"]
    list_filter = ["state", "kind", ("article__newspaper", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["article"]
    search_fields = ["text", "sentence", "article__headline"]
    fields = ["state", "kind", "text", "sentence", "article", "candidate_links", "created_at", "why"]
    readonly_fields = ["kind", "text", "sentence", "article", "candidate_links", "created_at"]
    actions = ["settle", "dismiss"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Questions come from reading."""
        return False

    @admin.display(description=_("Candidates"))
    def candidate_links(self, question: OpenQuestion) -> str:
        """Links to the rows that come into question; a dash where none was found."""
        rows = ((_change_url(candidate), candidate["label"]) for candidate in question.candidates)
        return format_html_join(" · ", '<a href="{}">{}</a>', rows) or "—"

    @admin.action(description=_("Mark the chosen questions as settled"), permissions=["change"])
    def settle(self, request: HttpRequest, questions: QuerySet[OpenQuestion]) -> None:
        """Close questions that a curator has answered elsewhere."""
        self._close(request, questions, OpenQuestion.State.SETTLED)

    @admin.action(description=_("Dismiss the chosen questions"), permissions=["change"])
    def dismiss(self, request: HttpRequest, questions: QuerySet[OpenQuestion]) -> None:
        """Close questions that need no answer."""
        self._close(request, questions, OpenQuestion.State.DISMISSED)

    def _close(self, request: HttpRequest, questions: QuerySet[OpenQuestion], state: str) -> None:
        for question in questions:
            record_edit(question, "state", state, by=request.user)
        self.message_user(request, _("%(number)d questions closed.") % {"number": len(questions)})


def _change_url(candidate: dict[str, Any]) -> str:
    return reverse(f"admin:articles_{candidate['model']}_change", args=[candidate["id"]])
