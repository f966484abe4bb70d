"""Confirming a name: what a curator's word on it means for the officials whom its article names."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from articles.curation import record_addition, record_edit
from articles.models import Official, OfficialMention, PersonMention, Status
from articles.resolving.pinyin import name_pinyin

RULE = "confirmed name"


@transaction.atomic
def follow_decision(person: PersonMention, former: Official | None, *, by: AbstractBaseUser) -> None:
    """Let the article name the official whom a curator took a name for, or a new one of this name where none was chosen;
    `former` is who was chosen before. What confirming added before is rejected when the name turns out to be another's,
    or none. Changes nothing when run again.
    """
    meant = _meant(person, by) if person.is_public else None
    if former and former != meant:
        for mention in OfficialMention.objects.live().filter(article=person.article, official=former, rule=RULE):
            record_edit(mention, "status", Status.REJECTED, by=by)
    if meant:
        _name(person, meant, by)


def _meant(person: PersonMention, by: AbstractBaseUser) -> Official:
    if person.official is None:
        read = {"name": person.name, "role": person.role}
        official = Official.objects.create(**read, pinyin=name_pinyin(person.name), derived=read)
        record_addition(official, by=by)
        record_edit(person, "official", official, by=by)
        return official
    return person.official


def _name(person: PersonMention, official: Official, by: AbstractBaseUser) -> None:
    told = {name: getattr(person, name) for name in ("start", "end", "spans", "count", "sentence")}
    mention, is_new = OfficialMention.objects.get_or_create(
        article=person.article, official=official, defaults={**told, "rule": RULE, "status": Status.ADDED}
    )
    if is_new:
        record_addition(mention, by=by)
    elif not mention.is_vouched:
        record_edit(mention, "status", Status.CONFIRMED, by=by)
