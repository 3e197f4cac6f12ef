"""Content words and how much two passages share, by which reports of the same thing are known in several articles.

Words are compared by their first six letters (irregular verbs by their base form), so that *missile*, *missiles* and
*missile's* are one. That is cruder than a stemmer and gives the same groups on any machine; what it confuses
(*general*, *generate*) seldom stands in two passages whose parties and days agree as well.
"""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W\d_]{3,}")
STEM = 6
#: words that carry no content; names of weekdays and verbs of saying change between reports of one thing
EMPTY_WORDS = """
    about after again against all also among and any are because been before being between both but can could did
    does during each every for from had has have her him his how into its just later many may might more most must near
    new not now off only other our out over own said same say says she should since some such than that the their them
    then there these they this those through too two under until upon was way were what when where which while who whom
    whose why will with within without would yet you your monday tuesday wednesday thursday friday saturday sunday
    january february march april june july august september october november december told
    added reported according statement
"""
EMPTY = frozenset(EMPTY_WORDS.split())
#: forms that share no beginning, a verb a line
IRREGULAR_VERBS = """
    beat beaten
    become became
    begin began begun
    blow blew blown
    break broke broken
    bring brought
    build built
    buy bought
    catch caught
    choose chose chosen
    come came
    draw drew drawn
    drive drove driven
    fall fell fallen
    fight fought
    find found
    flee fled
    fly flew flown
    freeze froze frozen
    give gave given
    go went gone
    grow grew grown
    hide hid hidden
    hold held
    keep kept
    lead led
    leave left
    lose lost
    meet met
    pay paid
    rise rose risen
    sell sold
    send sent
    shake shook shaken
    shoot shot
    sink sank sunk
    speak spoke spoken
    steal stole stolen
    strike struck
    swear swore sworn
    take took taken
    teach taught
    throw threw thrown
    win won
    withdraw withdrew withdrawn
    write wrote written
"""
IRREGULAR = {form: line.split()[0] for line in IRREGULAR_VERBS.strip().splitlines() for form in line.split()}
#: words a shingle; two independent articles seldom share eight in a row but for quotations and set phrases
SHINGLE = 8
#: share of the shorter text's shingles above which two articles are one text; a page cut to half keeps all of its own
SAME_TEXT = 0.5

NEGATION = re.compile(r"\b(?:not|never|no|nobody|none|neither|cannot)\b|n['’]t\b", re.IGNORECASE)


def is_negated(text: str) -> bool:
    """Whether a passage says that something is not so."""
    return NEGATION.search(text) is not None


def content_words(text: str) -> dict[str, str]:
    """The content words of a passage: what they are compared by → the first word that gave it."""
    found: dict[str, str] = {}
    for word in WORD.findall(text):
        lower = word.lower()
        if lower not in EMPTY:
            found.setdefault(IRREGULAR.get(lower, lower)[:STEM], lower)
    return found


def shared(one: dict[str, str], other: dict[str, str]) -> tuple[list[str], float]:
    """The words that both have, and their share of the smaller set (0–1)."""
    common = [one[stem] for stem in one if stem in other]
    return common, len(common) / max(1, min(len(one), len(other)))


def shingles(text: str) -> frozenset[int]:
    """Hashes of every run of eight words; white space, punctuation and case do not count."""
    words = re.findall(r"\w+", text.lower())
    runs = range(max(1, len(words) - SHINGLE + 1))
    return frozenset(hash(tuple(words[start : start + SHINGLE])) for start in runs)


def is_same_text(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether one article reprints the other, whole or cut."""
    return len(one & other) >= SAME_TEXT * min(len(one), len(other))
