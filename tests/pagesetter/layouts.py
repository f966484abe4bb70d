"""Ways to set a page: what a newspaper and a text layer between them can do to an article."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PageLayout:
    """One way to set a page.

    width: column width in ems, 0 for joined paragraphs. double: a blank line after every line. paragraphs: how they
    are parted: none, blank, indent (blanks kept), lost (first line two ems short). headlines: before, after, top
    (all first), bottom (all last), inside (each cuts its body), mixed. column_break: a blank every so many lines,
    0 for never. masthead: top, bottom, none. digit_blanks: blanks at numbers, before or around them.
    """

    name: str
    width: int = 16
    double: bool = False
    paragraphs: str = "none"
    headlines: str = "after"
    column_break: int = 0
    masthead: str = "none"
    digit_blanks: str = ""
    letter_spacing: bool = False
    doubled_display: bool = False
    vertical_labels: bool = False
    wrapped_headlines: bool = False
    caption_inside: bool = False
    editors: bool = False


LAYOUTS = (
    PageLayout("plain columns, headline below", width=16, headlines="after", editors=True),
    PageLayout("plain columns, headline above", width=18, headlines="before", masthead="top"),
    PageLayout("double-spaced", width=13, double=True, paragraphs="lost", headlines="after"),
    PageLayout("double-spaced, headline above", width=15, double=True, headlines="before", digit_blanks="before"),
    PageLayout("blank between paragraphs", width=15, paragraphs="blank", headlines="after", column_break=30),
    PageLayout("lost indents, column breaks", width=20, paragraphs="lost", headlines="mixed", column_break=26),
    PageLayout("indents kept", width=22, paragraphs="indent", headlines="top", caption_inside=True, masthead="bottom"),
    PageLayout("indents kept, headlines last", width=19, paragraphs="indent", headlines="bottom", editors=True),
    PageLayout(
        "joined, headline above", width=0, paragraphs="blank", headlines="before", masthead="bottom", editors=True
    ),
    PageLayout("joined, headline inside", width=0, paragraphs="blank", headlines="inside", caption_inside=True),
    PageLayout("shadowed type", width=17, headlines="mixed", doubled_display=True, wrapped_headlines=True),
    PageLayout("letter-spaced", width=16, double=True, letter_spacing=True, headlines="after", wrapped_headlines=True),
    PageLayout("all at the top", width=18, headlines="top", digit_blanks="before", column_break=32, masthead="top"),
    PageLayout("narrow, vertical labels", width=14, vertical_labels=True, headlines="mixed", paragraphs="lost"),
)
