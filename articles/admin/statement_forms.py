"""Forms by which curators add quotations and visits: the words are pasted, and must stand in the article's text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError
from django.forms import BaseInlineFormSet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.base import CURATOR, ReasonForm
from articles.models import Article, DatePrecision, Official, Quotation, Status, Visit, VisitCompanion
from articles.reading.records import Facts, Span
from articles.resolving.evidence import Read, fit

# More than anybody says in a newspaper at one go.
LONGEST = 5_000


class AddedForm(ReasonForm):
    """Adds a statement: where the pasted words stand in the article becomes its evidence."""

    printed = forms.CharField(
        label=gettext_lazy("Words as printed"),
        widget=AdminTextareaWidget,
        max_length=LONGEST,
        help_text=gettext_lazy("Paste them from the article's text; blanks and line breaks do not matter."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["official"].required = True

    def clean(self) -> None:
        """Look for the words, and fill in what follows from where they stand."""
        super().clean()
        data = self.cleaned_data
        if all(data.get(name) for name in ("article", "official", "printed")):
            try:
                self.stand_on(data["article"], data["official"], find_once(data["article"].body, data["printed"]))
            except ValidationError as error:
                self.add_error("printed", error)

    def stand_on(self, article: Article, official: Official, span: Span) -> None:
        """Fill in the row. Raises ValidationError where another says the same."""
        raise NotImplementedError

    def _fill(self, **values: Any) -> None:
        for name, value in {**values, "status": Status.ADDED}.items():
            setattr(self.instance, name, value)


class QuotationForm(AddedForm):
    """Adds what an official says."""

    def stand_on(self, article: Article, official: Official, span: Span) -> None:
        """The words within “…” are direct speech."""
        body, span = article.body, _without_marks(span)
        speaker = fit(Quotation, "speaker", printed_name(official, body))
        said = Quotation.objects.live().filter(article=article, speaker=speaker)
        if said.filter(start__lt=span.end, end__gt=span.start).exists():
            raise ValidationError(_("These words are held as a quotation of this official already."))
        self._fill(
            speaker=speaker,
            role=official.role,
            words=[span.text],
            direct=body[: span.start].endswith("“") and body.startswith("”", span.end),
            **Read(article, Facts(), body).evidence([span], CURATOR, 1.0),
        )


class VisitForm(AddedForm):
    """Adds where an official went."""

    def clean(self) -> None:
        """A single day needs no last one."""
        super().clean()
        first, last = self.cleaned_data.get("first"), self.cleaned_data.get("last")
        if last and (not first or last < first):
            self.add_error("last", _("The last day comes before the first, or there is no first."))
        elif first:
            self.cleaned_data["last"] = last or first
            self._fill(precision=DatePrecision.DAY)

    def stand_on(self, article: Article, official: Official, span: Span) -> None:
        """One visit an article and name: a further one is part of it."""
        name = fit(Visit, "name", printed_name(official, article.body))
        if Visit.objects.filter(article=article, name=name).exists():
            raise ValidationError(_("The article has a visit of this name already; change its standing instead."))
        self._fill(name=name, **Read(article, Facts(), article.body).mention([span], CURATOR, 1.0))


class StopFormSet(BaseInlineFormSet):
    """The stops of a visit that is being added."""

    def clean(self) -> None:
        """Find each stop in the words that the visit stands on."""
        super().clean()
        visit = self.instance
        if visit.start is None:
            return
        clause = visit.article.body[visit.start : visit.end]
        for form in self.forms:
            text = form.cleaned_data.get("text") if form.is_valid() else None
            found = text and next(find_words(clause, text), None)
            if found:
                start, end = visit.start + found.start, visit.start + found.end
                form.instance.start, form.instance.end, form.instance.text = start, end, found.text
            elif text:
                form.add_error("text", _("These words do not stand in the words of the visit."))


class CompanionForm(forms.ModelForm):
    """One person who took part."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["official"].required = True


class CompanionFormSet(BaseInlineFormSet):
    """Those who took part in a visit, as a curator chooses them: each once, and named by the article."""

    def clean(self) -> None:
        """Find the name of each in the article's text."""
        super().clean()
        visit = self.instance
        if visit.start is None and not visit.pk:
            return
        taken = {visit.name, *visit.companions.values_list("name", flat=True)} if visit.pk else {visit.name}
        for form in self.forms:
            official = form.cleaned_data.get("official") if form.is_valid() else None
            if official:
                try:
                    self._stand_on(form.instance, official, taken)
                except ValidationError as error:
                    form.add_error("official", error)

    def _stand_on(self, row: VisitCompanion, official: Official, taken: set[str]) -> None:
        """Fill in the name and where it stands: in the words of the visit or behind them, else before."""
        start, body = self.instance.start or 0, self.instance.article.body
        name = printed_name(official, body)
        found = list(find_words(body, name))
        if not found:
            raise ValidationError(_("The article's text does not name this person."))
        row.name = fit(VisitCompanion, "name", name)
        if row.name in taken:
            raise ValidationError(_("This person takes part in the visit already."))
        taken.add(row.name)
        nearest = min(found, key=lambda span: (span.start < start, abs(span.start - start)))
        row.start, row.end = nearest.start, nearest.end


def find_words(text: str, words: str) -> Iterator[Span]:
    """Yield each place of the words in a text, whatever blanks stand between their characters there or here."""
    pattern = r"\s*".join(re.escape(character) for character in words if not character.isspace())
    yield from (Span(*match.span(), match.group()) for match in re.finditer(pattern, text) if pattern)


def find_once(text: str, words: str) -> Span:
    """Return the one place of the words. Raises ValidationError when there is none, or more than one."""
    found = list(find_words(text, words))
    if not found:
        raise ValidationError(_("These words do not stand in the article's text."))
    if len(found) > 1:
        raise ValidationError(_("These words stand in the article's text several times; paste more of them."))
    return found[0]


def printed_name(official: Official, body: str) -> str:
    """Return the official's name as the body prints it: the one shown, or the one read before a curator changed it."""
    names = (official.name, str(official.derived.get("name", "")))
    return next((name for name in names if name and name in body), official.name)


def _without_marks(span: Span) -> Span:
    """Leave out the marks of a quotation pasted with them."""
    start, end, text = span.start, span.end, span.text
    if len(text) > 2 and text[0] == "“" and text[-1] == "”":
        return Span(start + 1, end - 1, text[1:-1])
    return span
