"""Names that no post makes known: a curator says who is a person, in which role, and who is none."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.base import LoggedAdmin, LoggedInline, short_sentence
from articles.confirming import follow_decision
from articles.curation import record_edit
from articles.models import Official, PersonMention, Status


class StandingFilter(admin.SimpleListFilter):
    """What waits for a curator, unless another standing is asked for."""

    title = _("Standing")
    parameter_name = "standing"
    everything = "all"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        return [
            (Status.FOUND, _("To be confirmed")),
            (Status.CONFIRMED, _("Confirmed")),
            (Status.REJECTED, _("No name")),
            (self.everything, _("All")),
        ]

    def value(self) -> str:
        return super().value() or Status.FOUND

    def choices(self, changelist: ChangeList) -> Any:
        """Without the choice that would clear the filter: it is there always."""
        for value, title in self.lookup_choices:
            query = changelist.get_query_string({self.parameter_name: value})
            yield {"selected": self.value() == str(value), "query_string": query, "display": title}

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset if self.value() == self.everything else queryset.filter(status=self.value())


class PersonInline(LoggedInline):
    """What an article may name people by; its link leads to where that is decided."""

    model = PersonMention
    fields = ["name", "role", "status", "sentence", "confidence"]
    readonly_fields = fields
    max_num = 0
    classes = ["collapse"]


@admin.register(PersonMention)
class PersonMentionAdmin(LoggedAdmin):
    """Names to confirm or to dismiss, each with its sentence; no new reading takes the decision back."""

    list_display = ["name", "role", "article", short_sentence, "rule", "confidence", "status"]
    list_filter = [StandingFilter, "role", ("article__newspaper", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["article"]
    search_fields = ["name", "sentence", "article__headline"]
    fields = ["name", "sentence", "article", "rule", "confidence", "status", "role", "official", "namesakes", "why"]
    readonly_fields = ["name", "sentence", "article", "rule", "confidence", "namesakes"]
    autocomplete_fields = ["official"]
    actions = ["confirm", "dismiss"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """People are added on the article's page."""
        return False

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        kwargs["help_text"] = _("Of people in public life; left empty, a new one of this name is made.")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_model(self, request: HttpRequest, obj: PersonMention, form: forms.ModelForm, change: bool) -> None:
        former = PersonMention.objects.select_related("official").get(pk=obj.pk).official
        super().save_model(request, obj, form, change)
        follow_decision(obj, former, by=request.user)

    @admin.display(description=_("Officials of this name"))
    def namesakes(self, person: PersonMention) -> str:
        """Who bears the name already, so that nobody is made twice."""
        rows = Official.objects.active().filter(name=person.name).prefetch_related("tenures__post")
        told = (f"{row}（{'、'.join(str(tenure.post) for tenure in row.tenures.all())}）" for row in rows)
        return "；".join(told) or "—"

    @admin.action(description=_("Confirm the chosen names in the roles shown"), permissions=["change"])
    def confirm(self, request: HttpRequest, people: QuerySet[PersonMention]) -> None:
        """Take the names for people."""
        self._decide(request, people, Status.CONFIRMED)

    @admin.action(description=_("Dismiss the chosen names: they name nobody"), permissions=["change"])
    def dismiss(self, request: HttpRequest, people: QuerySet[PersonMention]) -> None:
        """Take the names for other words."""
        self._decide(request, people, Status.REJECTED)

    @transaction.atomic
    def _decide(self, request: HttpRequest, people: QuerySet[PersonMention], status: str) -> None:
        for person in people.select_related("article", "official"):
            record_edit(person, "status", status, by=request.user)
            follow_decision(person, person.official, by=request.user)
        self.message_user(request, _("%(number)d names decided.") % {"number": len(people)})
