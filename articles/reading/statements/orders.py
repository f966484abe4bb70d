"""How far reported speech goes on behind its sentence: over sentences that give orders, and over no plain facts.

他强调，责任重于泰山。|要把群众转移好。|各部门要备足物资。 | 会议通报了灾情。
"""

from __future__ import annotations

import re

from articles.reading.statements.discourse import Discourse
from articles.reading.words import any_of

# 要 that orders: no part of a word (需要, 要求), no plan (将要), and nothing that someone wants (想要).
_MUST = "(?<![需主只重摘纲提概简次首紧必将想快就是不])要(?![求闻素件价点道塞领员么是不])|必须|务必|绝不能|决不能|不得(?![不已])"
# Whom a narrator tells of, and words of a tale: 村民要走三里路.
_TELLS = (
    "村民|群众|老百姓|农户|居民|游客|学生|老人|孩子|记者|会议|通知|方案|要求|强调|表示|往年|去年|从前|以前|当年|那时"
)
# Whether the first character of such a word comes at all is asked first, which is quick.
_ORDER = re.compile(
    "(?=[^。；要必务绝决不]{0,48}+[要必务绝决不])"
    "(?:[一二三四五六七八九]是?)?(?:对[^，。；]{1,30}，)?"
    f"(?:(?!{any_of(_TELLS)})[^，。；：0-9了着过《“说据]){{0,14}}?(?=[要必务绝决不])(?:{_MUST})"
)


def orders_end(discourse: Discourse, end: int, limit: int) -> int:
    """Where the orders end that follow a position in its paragraph, before anyone else speaks at a limit."""
    number = discourse.sentence(end)
    while number < len(discourse.sentences):
        sentence = discourse.sentences[number]
        apart = discourse.body[end : sentence.start]
        if "\n" in apart or not _ORDER.match(sentence.text) or sentence.end > limit:
            break
        end, number = sentence.end, number + 1
    return end
