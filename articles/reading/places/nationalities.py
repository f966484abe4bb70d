"""Places whose names tell the nationalities that live there, and what everyone calls them: 双江自治县, 乌木龙乡."""

from __future__ import annotations

import re

from articles.reading.words import any_of

_PEOPLES = (
    "满族|蒙古族|回族|藏族|苗族|侗族|瑶族|土家族|壮族|彝族|傣族|白族|羌族|黎族|畲族|水族|土族|撒拉族|东乡族|保安族|裕固族"
    "|哈萨克族?|朝鲜族?|达斡尔族?|鄂温克族?|鄂伦春族?|锡伯族?|塔吉克族?|柯尔克孜族?|蒙古|维吾尔族?|布依族|仡佬族|仫佬族"
    "|毛南族|哈尼族|傈僳族|拉祜族|佤族|纳西族|景颇族|布朗族|独龙族|怒族|普米族|阿昌族|德昂族|基诺族|塔塔尔族?|各族"
)
# What all of them have, so that most names are seen at once to have none.
_NAMES_PEOPLE = re.compile("族|" + "|".join(p.removesuffix("族?") for p in _PEOPLES.split("|") if not p.endswith("族")))
_AUTONOMOUS = re.compile(f"(?P<stem>.{{2,6}}?)(?:{any_of(_PEOPLES)}){{1,6}}自治(?P<kind>[区州县旗])")
_TOWNSHIP = re.compile(f"(?P<stem>.{{2,6}}?)(?:{any_of(_PEOPLES)}){{1,6}}(?:民族)?(?P<kind>[乡镇])")


def autonomous_stem(name: str) -> str:
    """What stands before the nationalities in the name of an autonomous place, or nothing: 围场 of 围场满族蒙古族自治县."""
    match = _AUTONOMOUS.fullmatch(name)
    return match["stem"] if match else ""


def without_nationality(name: str) -> str:
    """A name as it is mostly printed, without its nationalities: 双江自治县, 乌木龙乡; any other name stays whole."""
    if not _NAMES_PEOPLE.search(name):
        return name
    autonomous, township = _AUTONOMOUS.fullmatch(name), _TOWNSHIP.fullmatch(name)
    if autonomous:
        return f"{autonomous['stem']}自治{autonomous['kind']}"
    return township["stem"] + township["kind"] if township else name
