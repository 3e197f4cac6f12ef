"""How a phrase hangs on a clause: through which clauses, in which role, over which other phrases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.language.model import Clause, Parsed, Phrase

#: clauses further in than this are not looked at
DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Path:
    """`link` is "" for the clause itself, `>content` for the clause inside it, `<` for one around it, `<>` beside it.

    `role` is the role with its preposition, `self` for the noun of the clause; `steps` lead from the phrase up to the
    one that fills the role: prepositions, `'s` for an owner, `and` for a member, `apposition`.
    """

    link: str
    role: str
    steps: tuple[str, ...] = ()


class Paths:
    """The paths of a text's phrases to its clauses."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self._above: dict[int, tuple[int, str]] = {}
        for phrase in parsed.phrases:
            for index, step in _hanging(phrase, parsed):
                self._above.setdefault(index, (phrase.index, step))
        self._roles: dict[int, list[tuple[int, str]]] = {}
        for clause in parsed.clauses:
            for role in clause.roles:
                if role.phrase is not None:
                    name = f"{role.name} {role.preposition}".rstrip()
                    self._roles.setdefault(role.phrase, []).append((clause.index, name))

    def links(self, clause: Clause) -> dict[int, tuple[int, str]]:
        """For each clause near this one how far it is, and how it is linked."""
        found = {clause.index: (0, "")}
        here = [(clause, "")]
        for depth in range(1, DEEPEST + 1):
            here = [
                (child, f"{link}>{child.relation}" if depth < DEEPEST else f"{link}>")
                for one, link in here
                for child in self.parsed.children(one)
                if child.index not in found
            ]
            found |= {child.index: (depth, link) for child, link in here}
        for depth, above in enumerate(self.parsed.ancestors(clause), start=1):
            found.setdefault(above.index, (depth, "<" if depth == 1 else "<<"))
            for child in self.parsed.children(above):
                found.setdefault(child.index, (depth + 1, f"<>{child.relation}"))
        return found

    def path(self, clause: Clause, links: dict[int, tuple[int, str]], phrase: Phrase) -> Path | None:
        """The shortest path from the phrase to the clause or one that is linked with it."""
        found: list[tuple[int, int, Path]] = []
        steps: tuple[str, ...] = ()
        for index, step in self._up(phrase.index):
            steps = (*steps, step) if step else steps
            roles = [(links[one], name) for one, name in self._roles.get(index, ()) if one in links]
            if index == clause.phrase:
                roles.append(((0, ""), "self"))
            found += [(far, len(steps), Path(link, name, steps)) for (far, link), name in roles]
        return min(found, key=lambda one: one[:2])[2] if found else None

    def _up(self, index: int) -> Iterator[tuple[int, str]]:
        seen: set[int] = set()
        step = ""
        while index not in seen:
            yield index, step
            seen.add(index)
            index, step = self._above.get(index, (index, ""))


def _hanging(phrase: Phrase, parsed: Parsed) -> Iterator[tuple[int, str]]:
    """The phrases that hang on this one, each with how."""
    yield from ((attachment.phrase, attachment.preposition) for attachment in phrase.attachments)
    if phrase.possessor is not None:
        yield phrase.possessor, "'s"
    if phrase.members[:1] == (phrase.index,):
        yield from ((member, "and") for member in phrase.members[1:])
    yield from (
        (other, "apposition") for other in phrase.apposition if parsed.phrases[other].core_start > phrase.core_start
    )
