"""Whom pronouns, definite descriptions and plurals take up, and what is remembered for them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.actors.describe import Description
from dragoman.actors.named import NOBODY, Named
from dragoman.actors.reference import FIRST_PERSON, NUMBERS, PRONOUNS, RELATIVE, STATE_NOUNS, Candidate
from dragoman.actors.usage import usage_words
from dragoman.language.model import Phrase
from dragoman.records import Actor, ActorMention


@dataclass(slots=True)
class TakingUp(Named):
    """Reads what takes up somebody who was named before."""

    def _pronoun(self, phrase: Phrase) -> tuple[ActorMention, ...]:
        word = self.scene.parsed.words[phrase.head].text.lower()
        if word in RELATIVE:
            return self._relative(phrase)
        if word in FIRST_PERSON or word not in PRONOUNS:
            return NOBODY
        found = None if word == "it" and self._is_empty(phrase) else self.memory.antecedent(phrase)
        if found is None:
            return (self._mention(phrase, None, "pronoun, open"),) if PRONOUNS[word][1] in ("m", "f") else NOBODY
        return tuple(self._again(phrase, who, f"{word} takes up {who.mention.words}") for who in found.mentions)

    def _is_empty(self, phrase: Phrase) -> bool:
        """Whether *it* means nothing or a thing: *it would be a mistake*, *reported it* (but *urged it to stop*)."""
        return any(
            (clause.base in ("be", "seem", "appear", "become") or clause.kind == "adjective")
            if role.name == "subject"
            else role.name == "object" and role.filled_by == "syntax" and not clause.role("content")
            for clause, role in self.scene.usage.roles_of(phrase)
        )

    def _relative(self, phrase: Phrase) -> tuple[ActorMention, ...]:
        """A relative pronoun stands for the phrase that its clause modifies."""
        for clause, _ in self.scene.usage.roles_of(phrase):
            if clause.host is not None:
                return tuple(
                    self._again(phrase, who, "relative pronoun") for who in self.by_phrase.get(clause.host, NOBODY)
                )
        return NOBODY

    def _plural(self, phrase: Phrase) -> tuple[ActorMention, ...]:
        """The members of *the two leaders*, *both sides*, *the three*; () where it is not such a plural."""
        if states := self._states_of_one_name(phrase):
            return states
        if phrase.lemma not in usage_words("plural_members") or phrase.attachments:
            return NOBODY
        if self.scene.describe(phrase).country:
            return NOBODY
        words = [word.text.lower() for word in self.scene.core_words(phrase)]
        count = next((NUMBERS[word] for word in words if word in NUMBERS), None)
        definite = phrase.determiner in ("the", "these", "both", "either", "neither") or "both" in words
        if not definite or (count is None and phrase.number == "singular"):
            return NOBODY
        members = self.memory.members(phrase, count)
        if phrase.lemma in STATE_NOUNS:
            members = tuple(self._state_of(who) for who in members)
        return tuple(self._again(phrase, who, f"plural takes up {who.name}") for who in members)

    def _state_of(self, who: ActorMention) -> ActorMention:
        """The state that somebody serves: *the two countries* of two presidents."""
        actor = who.actor
        if actor is None or not actor.country or actor.id == actor.country:
            return who
        if not self.scene.library.is_state(actor.country):
            return who
        state = self.scene.library.actor(actor.country, on=self.scene.on)
        return replace(who, actor=state, name=state.label or who.name)

    def _states_of_one_name(self, phrase: Phrase) -> tuple[ActorMention, ...]:
        """*The two Koreas*: every state that has the name with a direction before it."""
        word = self.scene.parsed.words[phrase.head]
        if (
            word.tag not in ("NNPS", "NNP")
            or not word.text.endswith("s")
            or phrase.determiner not in ("the", "both", "")
        ):
            return NOBODY
        states = self.scene.library.states_named_after(word.text.removesuffix("s"))
        rule = f"states with {word.text.removesuffix('s')} in their names"
        return tuple(self._mention(phrase, self.scene.library.actor(state), rule) for state in states)

    def _taken_up(self, phrase: Phrase, said: Description) -> tuple[ActorMention, ...]:
        """*The country*, *the bloc*, *the ministry*, *the spokesman*: who was last named that fits."""
        if phrase.determiner not in ("the", "this", "that") and not (said.title and said.country):
            return NOBODY
        if phrase.number == "plural":
            return self._armed_plural(phrase, said) or self._same_role(phrase, said)
        country, lemma = said.country, said.title_words or phrase.lemma
        if organ := self._organ_introduced(phrase, said):
            return organ
        if phrase.lemma in usage_words("own_organs") and (own := self._speakers_own(phrase, said)):
            return own
        if said.title is None and phrase.lemma in usage_words("anaphoric_states"):
            if any(attachment.preposition == "of" for attachment in phrase.attachments):
                return NOBODY  # the island of Palawan
            reach = 8 if phrase.lemma in usage_words("constitutions") else 2
            found = self.memory.latest(phrase, lambda c: self._is_such_a_state(c, phrase.lemma), sentences=reach)
        elif phrase.lemma in usage_words("anaphoric_groups") and lemma == phrase.lemma and self._is_the_same(phrase):
            found = self.memory.latest(phrase, lambda c: _is_such_a_group(c, phrase.lemma, country))
        else:
            found = self.memory.latest(phrase, lambda c: c.words.endswith(lemma) and _is_from(c, country))
        if found is None:
            return NOBODY
        who = found.mentions[0]
        return (self._again(phrase, who, f"takes up {who.mention.words}"),)

    def _is_the_same(self, phrase: Phrase) -> bool:
        """Whether nothing is said of it: *the agency*, *the same agency*."""
        return all(self.scene.parsed.words[index].text.lower() == "same" for index in phrase.modifiers)

    def _is_such_a_state(self, candidate: Candidate, noun: str) -> bool:
        """Whether one state was named, of the constitution that the noun asks for: *the kingdom*."""
        if not candidate.state or len(candidate.mentions) != 1:
            return False
        actor = candidate.mentions[0].actor
        return noun not in usage_words("constitutions") or (
            actor is not None and self.scene.library.is_called(actor.id, noun)
        )

    def _organ_introduced(self, phrase: Phrase, said: Description) -> tuple[ActorMention, ...]:
        """*The ministry* whose spokeswoman was quoted before."""
        if said.country or phrase.modifiers or phrase.lemma not in usage_words("anaphoric_groups", "GOV"):
            return NOBODY
        found = self.memory.latest(phrase, lambda c: c.organ == phrase.lemma, sentences=3)
        actor = found.mentions[0].actor if found else None
        if found is None or actor is None or not actor.country or not self.scene.library.is_state(actor.country):
            return NOBODY
        organ = self.scene.library.actor(f"{actor.country}/GOV")
        return (self._mention(phrase, organ, f"organ of {found.mentions[0].mention.words}"),)

    def _speakers_own(self, phrase: Phrase, said: Description) -> tuple[ActorMention, ...]:
        """*The government* in what a minister says or threatens: his own, if his country is spoken of."""
        if said.country or phrase.modifiers or said.title is None or not said.title.group or phrase.attachments:
            return NOBODY
        country = self._country_of_teller(phrase)
        if country is None or not self.scene.library.is_state(country):
            return NOBODY
        around = [c.mentions[0].actor for c in self.memory.before(phrase, sentences=2) if c.state and c.mentions]
        if around and country not in {actor.country for actor in around if actor} and country != self.country_in_play:
            return NOBODY
        actor = self.scene.library.actor(f"{country}/{said.title.sector}")
        return (self._mention(phrase, actor, "organ of the speaker's country"),)

    def _country_of_teller(self, phrase: Phrase) -> str | None:
        """The country of the official who says, promises or threatens what the phrase plays in."""
        parsed = self.scene.parsed
        clause = next((clause for clause, _ in self.scene.usage.roles_of(phrase)), None)
        while clause is not None and clause.parent is not None:
            above = parsed.clauses[clause.parent]
            subjects = [role.phrase for role in above.all_roles("subject") if role.phrase is not None]
            if clause.relation in ("content", "purpose") and subjects:
                owner = parsed.phrases[subjects[0]].possessor
                told = self._who(subjects[0]) or (self._who(owner) if owner is not None else NOBODY)
                actor = told[0].actor if len(told) == 1 else None
                return actor.country if actor and (actor.office or actor.sector == "GOV") else None
            clause = above
        return None

    def _same_role(self, phrase: Phrase, said: Description) -> tuple[ActorMention, ...]:
        """*The officials*, once two Serbian officials were named: those of that role whose country was told."""
        if said.title is None or said.country or phrase.modifiers or phrase.attachments or phrase.possessor is not None:
            return NOBODY
        if phrase.lemma in ("judge", "justice") and (court := self.memory.latest(phrase, _is_court, sentences=3)):
            return tuple(self._again(phrase, who, f"judges of {who.name}") for who in court.mentions)
        found = self.memory.latest(phrase, lambda c: c.words == said.title_words, sentences=3)
        told = (
            found is not None and found.number == "plural" and all(w.actor and w.actor.country for w in found.mentions)
        )
        if found is None or not told:
            return NOBODY
        return tuple(self._again(phrase, who, f"takes up {who.mention.words}") for who in found.mentions)

    def _armed_plural(self, phrase: Phrase, said: Description) -> tuple[ActorMention, ...]:
        """*The militants*, *the rebels*: the armed group that was named last."""
        if said.title is None or said.title.sector != "REB" or said.country or phrase.modifiers:
            return NOBODY
        found = self.memory.latest(
            phrase, lambda c: _is_armed_group(c, phrase) or bool(self._leads_armed_group(c, phrase)), sentences=3
        )
        if found is None:
            return NOBODY
        if group := self._leads_armed_group(found, phrase):
            return (self._mention(phrase, group, f"those of {found.mentions[0].mention.words}"),)
        return tuple(self._again(phrase, who, f"takes up {who.mention.words}") for who in found.mentions)

    def _leads_armed_group(self, candidate: Candidate, phrase: Phrase) -> Actor | None:
        """The armed group that the candidate leads or speaks for: *Hezbollah leaders said the fighters left*."""
        if len(candidate.mentions) != 1 or candidate.phrase.index == phrase.index:
            return None
        said = self.scene.describe(candidate.phrase)
        leads = said.title is not None and (said.title.sector != "REB" or said.title.office)
        group = said.institution if leads else None
        armed = group is not None and group.id in self.scene.library.armed_groups
        return group if armed and self.scene.usage.is_subject(candidate.phrase) else None

    def _remember(self, phrase: Phrase) -> None:
        self._remember_coordination(phrase)
        self._remember_neighbours(phrase)
        mentions = self.by_phrase[phrase.index]
        if phrase.kind == "pronoun" and not mentions:
            return
        run = self.scene.runs.get(phrase.head)
        said = self.scene.describe(phrase)
        person = self.person_of_run.get(run) if run else self._person_with(mentions)
        holds_office = any(m.actor is not None and m.actor.office is not None for m in mentions)
        singular_role = bool(said.title and not said.title.group and not said.title.plural)
        self.memory.add(
            Candidate(
                phrase=phrase,
                mentions=mentions,
                number="plural" if len(mentions) > 1 else phrase.number if run is None else "singular",
                person=person is not None or holds_office or (singular_role and bool(mentions)),
                gender=person.gender if person else self._gender(mentions),
                state=self._is_state(phrase, mentions),
                organ=self._organ_of(phrase),
                words=said.title_words if said.title else "",
            )
        )

    def _organ_of(self, phrase: Phrase) -> str:
        """The organ that a role is said to be of, by its last word: the *ministry* of its spokeswoman."""
        title = self.scene.title_of(phrase)
        last = self.scene.parsed.word_at(title.end - 1) if title and title.title and title.title.institution else None
        before = self.scene.parsed.words[last.index - 1] if last and last.index else None
        return before.text.lower() if before and before.start >= phrase.core_start else ""

    def _is_state(self, phrase: Phrase, mentions: tuple[ActorMention, ...]) -> bool:
        """Whether a state is named there, and not only in a word like *Russia-led*."""
        hit = self.scene.head_hit(phrase)
        linked = hit is not None and self.scene.is_linked(hit)
        return not linked and any(m.actor is not None and m.actor.id == m.actor.country for m in mentions)

    def _gender(self, mentions: tuple[ActorMention, ...]) -> str:
        """The gender of an office holder whom the article does not name."""
        actor = mentions[0].actor if len(mentions) == 1 else None
        if actor is None or actor.office is None or actor.id.startswith("doc:"):
            return ""
        return self.scene.library.tenures(actor.id)[0].holder.gender if actor.id != actor.office else ""

    def _remember_neighbours(self, phrase: Phrase) -> None:
        """*X and Y* whom the parser has not joined, where both are persons."""
        before = self.scene.parsed.phrases[phrase.index - 1] if phrase.index else phrase
        joined = self.scene.parsed.text[before.core_end : self._start_of(phrase)].strip() == "and"
        apart = not before.members and before.index not in self.scene.usage.first_member
        both = (*self.by_phrase.get(before.index, NOBODY), *self.by_phrase.get(phrase.index, NOBODY))
        if joined and apart and len(both) == 2 and all(self._person_with((who,)) for who in both):
            host = replace(before, head=phrase.head)
            self.memory.add(Candidate(phrase=host, mentions=both, number="plural", person=True))

    def _start_of(self, phrase: Phrase) -> int:
        mentions = self.by_phrase.get(phrase.index, NOBODY)
        return min((who.mention.start for who in mentions), default=phrase.core_start)

    def _remember_coordination(self, phrase: Phrase) -> None:
        first = self.scene.usage.first_member.get(phrase.index)
        members = self.scene.parsed.phrases[first].members if first is not None else ()
        if not members or members[-1] != phrase.index:
            return
        mentions = tuple(m for index in members for m in self.by_phrase.get(index, NOBODY))
        if len(mentions) > 1 and first is not None:
            host = replace(self.scene.parsed.phrases[first], head=phrase.head)
            state = all(m.actor is not None and m.actor.id == m.actor.country for m in mentions)
            person = all(self._person_with((m,)) or (m.actor is not None and m.actor.office) for m in mentions)
            self.memory.add(Candidate(phrase=host, mentions=mentions, number="plural", state=state, person=person))


def _is_from(candidate: Candidate, country: str | None) -> bool:
    actor = candidate.mentions[0].actor
    return country is None or (actor is not None and actor.country == country)


def _is_court(candidate: Candidate) -> bool:
    """Whether the candidate is one court that a name tells."""
    actor = candidate.mentions[0].actor if len(candidate.mentions) == 1 else None
    names = f"{candidate.mentions[0].name} {actor.label or ''}".lower().split() if actor else []
    return not candidate.person and ("court" in names or "tribunal" in names)


def _is_armed_group(candidate: Candidate, phrase: Phrase) -> bool:
    """Whether *the militants* can take the candidate up; inside one sentence they may be others than the group."""
    actor = candidate.mentions[0].actor if len(candidate.mentions) == 1 else None
    earlier = candidate.phrase.sentence < phrase.sentence
    return earlier and not candidate.person and actor is not None and actor.sector == "REB"


def _is_such_a_group(candidate: Candidate, lemma: str, country: str | None) -> bool:
    """Whether the candidate can be taken up as *the ministry*, *the bloc*, *the agency*; a court must be called so."""
    if candidate.person or candidate.state or len(candidate.mentions) != 1 or not _is_from(candidate, country):
        return False
    actor = candidate.mentions[0].actor
    if lemma in usage_words("named_organs") and not candidate.words:
        called = f"{candidate.mentions[0].name} {actor.label if actor else ''}".lower()
        return lemma in called.split()
    if candidate.words:
        return lemma in candidate.words.split()
    return actor is not None and lemma in usage_words("anaphoric_groups", actor.sector or "UNK")
