"""The Chinese texts are whole, and the compiled file is the one made from them."""

import re
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "articles/locale/zh_Hans/LC_MESSAGES/django.po"


def test_every_text_is_translated():
    texts = polib.pofile(str(CATALOGUE))
    assert [entry.msgid for entry in texts if not entry.msgstr or entry.fuzzy] == []


def test_placeholders_are_the_same_in_both_languages():
    names = r"%\(\w+\)[sd]"
    for entry in polib.pofile(str(CATALOGUE)):
        assert sorted(re.findall(names, entry.msgid)) == sorted(re.findall(names, entry.msgstr)), entry.msgid


def test_compiled_texts_are_fresh():
    compiled = {e.msgid_with_context: e.msgstr for e in polib.mofile(str(CATALOGUE.with_suffix(".mo")))}
    assert compiled == {e.msgid_with_context: e.msgstr for e in polib.pofile(str(CATALOGUE))}
