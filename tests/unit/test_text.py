from __future__ import annotations

import pytest

from disclosure_registry.errors import TextTooLongError
from disclosure_registry.text import LIMIT, Form, clean, fold, key_of, split


@pytest.mark.parametrize(
    ("given", "cleaned"),
    [
        ("Pfizer", "Pfizer"),
        ("Pf\u200bizer", "Pfizer"),
        ("\u0420fizer", "Pfizer"),
        ("\uff30\uff46\uff49\uff5a\uff45\uff52", "Pfizer"),
        ("of\ufb01ce", "office"),
        ("e\u0301te\u0301", "été"),
        ("\u0420\u043e\u0448", "\u0420\u043e\u0448"),
        ("Data Company™ ®", "Data Company™ ®"),
        ("a\u2028b", "a\nb"),
        ("", ""),
    ],
)
def test_cleaning_undoes_disguises_and_leaves_other_scripts(
    given: str, cleaned: str
) -> None:
    assert clean(given).text == cleaned


@pytest.mark.parametrize(
    "given",
    ["x Pf\u200bizer y", "x \u0420fizer y", "x \uff30fizer y", "😀\ufe0f Pfizer"],
)
def test_spans_lead_back_to_the_text_as_given(given: str) -> None:
    cleaned = clean(given)
    start = cleaned.text.index("Pfizer")
    span = cleaned.span(start, start + len("Pfizer"))
    assert clean(given[span.start : span.stop]).text == "Pfizer"


def test_a_text_too_long_is_refused_with_its_length() -> None:
    with pytest.raises(TextTooLongError) as raised:
        clean("x" * (LIMIT + 1))
    assert raised.value.length == LIMIT + 1
    assert clean("x" * LIMIT).text


WRAPPED = """\
Ann has received fees from Bayer, Bristol-
Myers Squibb and the firm that makes
her pump; Ben declares none.
"""
PROFILE = "Chemist at Bayer\nFather of two\nViews mine"
ITEMS = """\
- fees from Bayer for talks on asthma in Rome, 2020
- shares in no firm whatever, and none in my family
- travel to Paris in the spring, paid for by Ipsen
"""


def test_lines_that_a_mail_wrapped_are_read_as_one() -> None:
    cleaned = clean(WRAPPED)
    assert cleaned.text == (
        "Ann has received fees from Bayer, Bristol-Myers Squibb and the firm "
        "that makes her pump; Ben declares none.\n"
    )
    for name in ("Bayer", "Squibb", "pump"):
        at = cleaned.text.index(name)
        span = cleaned.span(at, at + len(name))
        assert WRAPPED[span.start : span.stop] == name


@pytest.mark.parametrize("given", [PROFILE, ITEMS])
def test_lines_of_a_profile_and_items_of_a_list_stay_apart(given: str) -> None:
    assert clean(given).text == given


@pytest.mark.parametrize(
    ("given", "cleaned"),
    [
        ("<p>Chemist<br/>at <b class='x'>Bay</b>er</p>", "\nChemist\nat Bayer\n"),
        ("<tr><td>Chemist</td><td>Bayer</td></tr>", "\nChemist|Bayer|\n"),
        ("Johnson &amp; Johnson&nbsp;S&eacute;rono", "Johnson & Johnson Sérono"),
        ("&lt;b&gt; &#8203;&#xffff;&unknown; R&D;", "<b> &unknown; R&D;"),
        ("1 < 2, <3 and <jane@bayer.com>", "1 < 2, <3 and <jane@bayer.com>"),
    ],
)
def test_markup_is_read_as_a_page_shows_it(given: str, cleaned: str) -> None:
    assert clean(given).text == cleaned
    if "Bayer" in cleaned:
        at = cleaned.index("Bayer")
        span = clean(given).span(at, at + len("Bayer"))
        assert given[span.start : span.stop] in {"Bayer", "Bay</b>er"}


@pytest.mark.parametrize(
    ("given", "cleaned"),
    [
        ("jane.doe at bayer.com", "jane.doe@bayer.com"),
        ("<jane at bayer.com>", "<jane@bayer.com>"),
        ("jane(at)bayer(dot)com", "jane@bayer.com"),
        ("jane [ät] bayer-ag.co.example", "jane@bayer-ag.co.example"),
        ("jane_doe AT bayer dot co dot example", "jane_doe@bayer.co.example"),
        ("I buy pens at bayer.com", "I buy pens at bayer.com"),
        ("The end. Look at bayer.com", "The end. Look at bayer.com"),
        ("Chemist (at Bayer)", "Chemist (at Bayer)"),
        ("Ann [at] Bayer", "Ann [at] Bayer"),
    ],
)
def test_an_address_written_out_against_robots_is_one(given: str, cleaned: str) -> None:
    assert clean(given).text == cleaned


@pytest.mark.parametrize(
    ("given", "cleaned"),
    [
        ("A.B.: fees; C. D. has none", "AB: fees; CD has none"),
        ("J.-P.R. : none", "JPR : none"),
        ("J.P. Morgan pays", "J.P. Morgan pays"),
        ("St. B. Lee. She", "St. B. Lee. She"),
    ],
)
def test_initials_of_an_author_lose_their_dots(given: str, cleaned: str) -> None:
    assert clean(given).text == cleaned


def test_keys_have_no_case_and_no_marks() -> None:
    assert fold("Müller ŁÓDŹ Straße Ørsted") == "muller lodz strasse orsted"
    assert key_of("Dr. Reddy's Laboratories, Ltd.") == "dr reddy s laboratories ltd"


def test_handles_hashtags_and_addresses_are_words_of_their_own() -> None:
    words = split("Ask @Pfizer, #T1D www.roche.com/x. or a.b@novartis.com!")
    assert list(zip(words.keys, words.forms, strict=True)) == [
        ("ask", Form.WORD),
        ("@pfizer", Form.HANDLE),
        ("t1d", Form.HASHTAG),
        ("www.roche.com/x", Form.ADDRESS),
        ("or", Form.WORD),
        ("a.b@novartis.com", Form.MAIL),
    ]
    assert words.surface(3) == "www.roche.com/x"
