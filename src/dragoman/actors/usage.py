"""How a phrase is used: which clauses it plays in, what it hangs on, what it owns.

From this a capital is read as its government (*Moscow warned*, *Moscow's treaty*, *arms to Kyiv*) or as
the city (*a summit in Moscow*, *shelled Kyiv*); the word lists behind it are in `data/usage.toml`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.actors.schema import UsageKind, UsageWords
from dragoman.data_files import read_rows
from dragoman.language.model import Clause, Parsed, Phrase, Role

USAGE_FILE = Path(__file__).parent / "data" / "usage.toml"


@cache
def usage_words(kind: UsageKind, sector: str | None = None) -> frozenset[str]:
    """The words of that kind (and for that sector, where one is asked for), in small letters."""
    rows = (entry.row for entry in read_rows(USAGE_FILE, "usage", UsageWords))
    return frozenset(word for row in rows if row.kind == kind and sector in (None, *row.sectors) for word in row.words)


@dataclass(frozen=True, slots=True)
class Usage:
    """Where phrases stand, by phrase index; a member of a coordination stands where its first member does."""

    parsed: Parsed
    roles: dict[int, tuple[tuple[Clause, Role], ...]]
    hosts: dict[int, tuple[tuple[str, int], ...]]
    owned: dict[int, int]
    first_member: dict[int, int]

    @classmethod
    def of(cls, parsed: Parsed) -> Usage:
        """Read off all phrases and clauses once."""
        roles: dict[int, list[tuple[Clause, Role]]] = defaultdict(list)
        hosts: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for clause in parsed.clauses:
            for role in clause.roles:
                if role.phrase is not None:
                    roles[role.phrase].append((clause, role))
        owned, first_member = {}, {}
        for phrase in parsed.phrases:
            if phrase.possessor is not None:
                owned[phrase.possessor] = phrase.index
            for attachment in phrase.attachments:
                hosts[attachment.phrase].append((attachment.preposition, phrase.index))
            for member in phrase.members[1:]:
                first_member[member] = phrase.index
        return cls(
            parsed,
            {index: tuple(found) for index, found in roles.items()},
            {index: tuple(found) for index, found in hosts.items()},
            owned,
            first_member,
        )

    def roles_of(self, phrase: Phrase) -> tuple[tuple[Clause, Role], ...]:
        """The clauses that the phrase, or the coordination it belongs to, plays in."""
        return self.roles.get(phrase.index) or self.roles.get(self.first_member.get(phrase.index, -1), ())

    def hosts_of(self, phrase: Phrase) -> tuple[tuple[str, int], ...]:
        """By which prepositions the phrase, or its coordination, hangs on which phrases."""
        return self.hosts.get(phrase.index) or self.hosts.get(self.first_member.get(phrase.index, -1), ())

    def owned_by(self, phrase: Phrase) -> Phrase | None:
        """What the phrase is the possessor of."""
        index = self.owned.get(phrase.index, self.owned.get(self.first_member.get(phrase.index, -1)))
        return None if index is None else self.parsed.phrases[index]

    def is_subject(self, phrase: Phrase) -> bool:
        """Whether it is the subject of a verb or adjective, by syntax or passive."""
        return any(
            role.name == "subject" and clause.kind != "noun" and role.filled_by in ("syntax", "passive", "conjunct")
            for clause, role in self.roles_of(phrase)
        )


def government_rule(usage: Usage, phrase: Phrase) -> str | None:
    """Why a capital (or another metonym) that is the phrase's head acts as its government; None for the city."""
    if any(usage.parsed.phrases[index].lemma in ("city", "capital", "town") for index in phrase.apposition):
        return None
    owned = usage.owned_by(phrase)
    if owned is not None:
        return None if owned.lemma in usage_words("urban") else "capital as possessor"
    for preposition, host in usage.hosts_of(phrase):
        return _rule_of_attachment(usage, preposition, usage.parsed.phrases[host])
    for clause, role in sorted(usage.roles_of(phrase), key=lambda found: found[0].kind == "noun"):
        if role.filled_by != "relative":
            return _rule_of_role(clause, role)
    sentence = usage.parsed.sentences[phrase.sentence]
    alone = not any(word.pos in ("VERB", "AUX") for word in usage.parsed.words[sentence.first : sentence.last])
    dateline = usage.parsed.words[phrase.head].text.isupper() or usage.parsed.words[sentence.last - 1].text in _DASHES
    first = sentence.first + (phrase.determiner == "the" and usage.parsed.words[sentence.first].text.lower() == "the")
    return "capital by itself" if alone and phrase.head == first and not dateline else None


_DASHES = frozenset({"-", "--", "–", "—"})


def _rule_of_role(clause: Clause, role: Role) -> str | None:
    if role.name == "subject":
        return None if clause.base in usage_words("place_subjects") else f"capital as subject of {clause.lemma}"
    if role.name == "object":
        if clause.base in usage_words("visits"):
            return "host named by its capital"
        return None if clause.base in usage_words("place_objects") else f"capital as object of {clause.lemma}"
    if role.name == "recipient":
        return f"capital as recipient of {clause.lemma}"
    if role.name == "complement":
        return _rule_of_preposition(role.preposition, clause.base)
    return None


def _rule_of_attachment(usage: Usage, preposition: str, host: Phrase) -> str | None:
    if preposition == "of":
        clause = usage.parsed.clause_of_word(host.head)
        political = host.lemma in usage_words("political") or (clause is not None and clause.kind == "noun")
        return (
            f"capital behind {host.lemma} of" if political and host.lemma not in usage_words("place_objects") else None
        )
    return _rule_of_preposition(preposition, host.lemma)


_AIMS = frozenset(
    {"direct", "aim", "target", "point", "anger", "criticism", "jab", "swipe", "warning", "frustration", "angry"}
)
"""What goes *at* a capital goes at its government: nobody is *at* a capital otherwise."""


def _rule_of_preposition(preposition: str, governor: str) -> str | None:
    if preposition in usage_words("place_prepositions") and (preposition != "at" or governor not in _AIMS):
        return None
    if preposition == "to" and governor in usage_words("visits"):
        return "host named by its capital"
    if preposition in ("on", "onto") and governor in usage_words("place_on"):
        return None
    if preposition in ("to", "from", "for", "between", "toward", "towards", "of") and governor in usage_words("motion"):
        return None
    return f"capital behind {governor} {preposition}"
