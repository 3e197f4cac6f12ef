"""Whom each phrase stands for: names, persons, roles, what takes them up, and whose things are whose."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dragoman.actors.describe import (
    INSTITUTION_KINDS,
    NATIONAL_KINDS,
    OWNING,
    STATE_KINDS,
    Description,
    PersonRun,
    Scene,
)
from dragoman.actors.holders import counterpart_of, holder_of
from dragoman.actors.library import Answer
from dragoman.actors.names import NameHit, Title
from dragoman.actors.owners import Owners, made
from dragoman.actors.people import Person
from dragoman.actors.reference import FIRST_PERSON, NUMBERS, PRONOUNS, RELATIVE, Candidate, Memory
from dragoman.actors.usage import government_rule, usage_words
from dragoman.language.model import Phrase
from dragoman.records import Actor, ActorMention, Document, content_id

NOBODY: tuple[ActorMention, ...] = ()
INDEFINITE = frozenset({"a", "an", "another", "one", "any", "no", "every", "each", "some"})
LOCAL_SECTORS = frozenset({"COP", "GOV", "LEG", "JUD", "MIL", "SPY", "OPP", "CVL", "EDU", "LAB", "REL"})
"""Sectors whose unnamed members are taken for those of the country that the article is about."""


@dataclass(slots=True)
class Resolver:
    """Goes through the phrases once, in the order of the text, and remembers who was named."""

    document: Document
    scene: Scene
    country_in_play: str | None
    persons: tuple[Person, ...]
    by_phrase: dict[int, tuple[ActorMention, ...]] = field(default_factory=dict)
    owners: dict[int, tuple[ActorMention, ...]] = field(default_factory=dict)
    person_of_run: dict[PersonRun, Person] = field(default_factory=dict)
    memory: Memory = field(init=False)

    def __post_init__(self) -> None:
        self.memory = Memory(self.scene.usage)
        self.person_of_run = {run: person for person in self.persons for run in person.runs}

    def resolve(self) -> None:
        """Fill `by_phrase` and `owners`."""
        for phrase in self.scene.parsed.phrases:
            self._who(phrase.index)
            self._remember(phrase)
        owners = Owners(self.scene, self.by_phrase, self.person_of_run)
        for phrase in self.scene.parsed.phrases:
            if found := owners.of(phrase):
                self.owners[phrase.index] = found

    # --- one phrase -------------------------------------------------------------------------------------------

    def _who(self, index: int) -> tuple[ActorMention, ...]:
        """Who the phrase stands for; what a role belongs to is asked before its turn."""
        if index not in self.by_phrase:
            self.by_phrase[index] = NOBODY  # phrases that own each other in a bad parse
            self.by_phrase[index] = self._resolve(self.scene.parsed.phrases[index])
        return self.by_phrase[index]

    def _resolve(self, phrase: Phrase) -> tuple[ActorMention, ...]:
        run = self.scene.runs.get(phrase.head)
        if run is not None:
            return (self._named_person(run),)
        if phrase.kind == "pronoun":
            return self._pronoun(phrase)
        plural = self._plural(phrase)
        if plural:
            return plural
        hit = self.scene.head_hit(phrase)
        if hit and hit.senses and (found := self._named(phrase, hit)) is not None:
            return found
        titled = self.scene.title_of(phrase)
        if titled and self._is_noun(phrase) and not self._is_predicate(phrase):
            return self._role(phrase, self.scene.describe(phrase))
        if named := self._abbreviated(phrase) or self._named_behind(phrase):
            return named
        counterpart = self._counterpart(phrase) if phrase.lemma in usage_words("counterparts") else NOBODY
        return counterpart or self._taken_up(phrase, self.scene.describe(phrase)) or self._unknown_name(phrase)

    def _abbreviated(self, phrase: Phrase) -> tuple[ActorMention, ...]:
        """*The European Union (EU)*, where the bracket heads the phrase."""
        words = self.scene.parsed.words
        hit = self.scene.hits.get(phrase.head - 2) if phrase.head > 1 and words[phrase.head - 1].text == "(" else None
        sense = hit.sense("name", *INSTITUTION_KINDS) if hit and hit.start >= phrase.core_start else None
        if hit is None or sense is None:
            return NOBODY
        mention = self.scene.parsed.mention(phrase.core_start, hit.end)
        actor = self.scene.actor(sense)
        return (ActorMention(mention=mention, actor=actor, name=mention.words, rule=f"name of a {sense.kind}"),)

    def _named_behind(self, phrase: Phrase) -> tuple[ActorMention, ...]:
        """*Russia and the mighty awful China*, where the parser takes the adjective for the noun."""
        words = self.scene.parsed.words
        after = words[phrase.head + 1] if phrase.head + 1 < len(words) else None
        hit = self.scene.hits.get(after.index) if after and after.start - words[phrase.head].end == 1 else None
        sense = hit.sense("name") if hit and after and hit.start == after.start else None
        if hit is None or sense is None or phrase.determiner != "the" or words[phrase.head].tag not in ("JJ", "NN"):
            return NOBODY
        if any(role.name != "attribute" for _, role in self.scene.usage.roles.get(self._headed_at(hit), ())):
            return NOBODY
        mention = self.scene.parsed.mention(phrase.core_start, hit.end)
        return (ActorMention(mention=mention, actor=self.scene.actor(sense), name=mention.words, rule="country name"),)

    def _headed_at(self, hit: NameHit) -> int:
        """The index of the phrase that the hit heads, -1 where it heads none."""
        around = self.scene.parsed.phrases_around(hit.start, hit.end)
        return next((phrase.index for phrase in around if self.scene.head_hit(phrase) is hit), -1)

    def _is_noun(self, phrase: Phrase) -> bool:
        return self.scene.parsed.words[phrase.head].tag.startswith("NN")

    def _is_predicate(self, phrase: Phrase) -> bool:
        """Whether the role is said of somebody else (*she is a judge*, *served as judge*), or is no role at all."""
        if self.scene.describe(phrase).title_words == "state":
            return True
        roles = self.scene.usage.roles_of(phrase)
        return any(role.name == "attribute" or role.preposition == "as" for _, role in roles)

    def _mention(self, phrase: Phrase, actor: Actor | None, rule: str, *, name: str = "") -> ActorMention:
        hit = self.scene.head_hit(phrase)
        end = max(phrase.core_end, hit.end if hit else 0)
        text = self.scene.parsed.text
        if text[end : end + 1] == ")" and "(" in text[phrase.core_start : end]:
            end += 1
        mention = self.scene.parsed.mention(phrase.core_start, end)
        return ActorMention(mention=mention, actor=actor, name=name or mention.words, rule=rule)

    def _named_person(self, run: PersonRun) -> ActorMention:
        person = self._placed(run)
        mention = self.scene.parsed.mention(self._start_of_title(run), run.end)
        return ActorMention(mention=mention, actor=person.actor, name=person.name, rule=person.rule)

    def _placed(self, run: PersonRun) -> Person:
        """The person, with the country or body that only the text before tells: *its foreign minister, X*."""
        person = self.person_of_run[run]
        told = person.actor.country or person.actor.code
        if (told and not person.rule.endswith("country in play")) or not person.actor.id.startswith("doc:"):
            return person
        phrases = self.scene.parsed.phrases
        titles = [
            phrases[index]
            for phrase in self.scene.phrases_of(run)
            for other in (*phrase.apposition, *self.scene.apposed_to(phrase))
            for index in (other, *(host for of, host in self.scene.usage.hosts_of(phrases[other]) if of == "of"))
        ]
        for phrase in titles:
            said = self.scene.describe(phrase)
            if said.title and not said.title.plural and not said.title.group:
                (said, *_) = self._completed(phrase, said)
                if said.country or said.institution:
                    person = _with_whose(person, said)
                    self.person_of_run |= dict.fromkeys(person.runs, person)
                    return person
        return person

    def _start_of_title(self, run: PersonRun) -> int:
        """Where title, nationality and determiner before a name begin; the name's own start where it has no title."""
        title, words, hits = self.scene.title_hit_before(run), self.scene.parsed.words, self.scene.hits
        first = run.first
        if title is None:
            before = words[first - 1] if first else None
            honoured = before is not None and before.text.lower() in usage_words("honorifics")
            return before.start if before is not None and honoured else run.start
        while first and words[first - 1].sentence == words[run.first].sentence:
            before = words[first - 1]
            inside = before.start >= title.start or before.index in hits
            apart = before.tag == "HYPH" and words[first].start > before.end
            apart = apart or before.text.endswith("--")
            if not inside and (apart or before.tag not in ("JJ", "DT", "POS", "NNP", "HYPH", "PRP$")):
                break
            first -= 1
        while words[first].tag in ("POS", "HYPH") or words[first].text == ".":
            first += 1
        return words[first].start

    def _named(self, phrase: Phrase, hit: NameHit) -> tuple[ActorMention, ...] | None:
        """A state, capital, body, group or medium; None where the hit's other role (a title) must be tried."""
        sense = hit.sense("medium") or hit.sense(*STATE_KINDS, *INSTITUTION_KINDS)
        if sense and sense.kind == "name" and (titled := self._person_titled(phrase, sense.actor)):
            return titled
        if sense is None or (sense.ambiguous and sense.kind in STATE_KINDS and self._is_persons_name(phrase)):
            return None
        if sense.kind == "residence" and (whose := self.scene.country_before(phrase)) and sense.actor[:3] != whose:
            organ = self.scene.library.actor(f"{whose}/{sense.actor.partition('/')[2]}")
            return (self._mention(phrase, organ, "residence of the state before it"),)
        if sense.kind == "metonym" or (sense.kind in ("residence", "short") and self._is_city(phrase, hit)):
            before = self.scene.parsed.words[phrase.head - 1] if phrase.head else None
            if (
                before
                and before.tag == "NNP"
                and before.start >= phrase.core_start
                and before.index not in self.scene.hits
            ):
                return NOBODY  # a person or a place: *Denzel Washington*, *East London*
            rule = government_rule(self.scene.usage, phrase)
            return (self._mention(phrase, self.scene.actor(sense), rule),) if rule else NOBODY
        if sense.kind in NATIONAL_KINDS and phrase.kind == "noun" and phrase.lemma.islower():
            return None
        takes_up = sense.kind == "short" and phrase.lemma in usage_words("anaphoric_groups")
        if takes_up and (taken_up := self._taken_up(phrase, Description())):
            return taken_up  # *the bloc* is the one that was named
        rules = {"name": "country name", "adjective": "nationality", "demonym": "nationality", "short": "short form",
                 "residence": "residence"}  # fmt: skip
        return (self._mention(phrase, self.scene.actor(sense), rules.get(sense.kind, f"name of a {sense.kind}")),)

    def _person_titled(self, phrase: Phrase, state: str) -> tuple[ActorMention, ...]:
        """Somebody whose name is a state's too, told by title and nationality: *Norway's minister Jordan*."""
        head = self.scene.parsed.words[phrase.head]
        before = self.scene.hits.get(phrase.head - 1)
        title = before.title if before and head.start - before.end == 1 and before.start >= phrase.core_start else None
        whose = self.scene.country_before(phrase) if title and title.office and not title.plural else None
        if title is None or not whose or whose == state:
            return NOBODY
        return self._kind(phrase, Description(title=title, title_words=title.words, country=whose))

    def _is_persons_name(self, phrase: Phrase) -> bool:
        """Whether a state's name is here somebody's: *Chad Smith*, or *Jordan* where a *Michael Jordan* is named."""
        if phrase.entity != "PERSON":
            return False
        head = self.scene.parsed.words[phrase.head]
        alone = phrase.core_start == head.start
        return not alone or any(
            run.last - run.first > 1 and self.scene.parsed.words[run.last - 1].text == head.text
            for run in self.scene.runs.values()
        )

    def _is_city(self, phrase: Phrase, hit: NameHit) -> bool:
        """Whether the form is a city's name too: *Brussels*, but not *the North* or *the Kremlin*."""
        if phrase.entity not in ("GPE", "LOC"):
            return False
        words = self.scene.parsed.text[hit.start : hit.end]
        return hit.sense("residence") is not None or self.scene.country_of_place(words) is not None

    # --- role nouns -------------------------------------------------------------------------------------------

    def _role(self, phrase: Phrase, said: Description) -> tuple[ActorMention, ...]:
        """The bearer of a role: named right behind, elsewhere in the article, in the library, or only a kind."""
        following = self._name_after(phrase)
        if following:
            return (following,)
        each = self._completed(phrase, said)
        said = each[0]
        assert said.title is not None
        if said.title.plural and (armed := self._taken_up(phrase, said)):
            return armed
        if said.title.plural and len(each) > 1 and not said.former:
            return tuple(who for one in each for who in self._one_of_several(phrase, one))
        if said.title.plural or said.title.group or said.former or phrase.determiner in INDEFINITE:
            return tuple(who for said in each for who in self._kind(phrase, said))
        person = self._person_meant(phrase, said)
        if person:
            return (self._mention(phrase, person.actor, "office of a person in the article", name=person.name),)
        taken_up = self._taken_up(phrase, said)
        if taken_up:
            return taken_up
        holder = self._holder(phrase, said) or self._local_holder(phrase, said)
        return (holder,) if holder else self._kind(phrase, said)

    def _one_of_several(self, phrase: Phrase, said: Description) -> tuple[ActorMention, ...]:
        """One country's bearer of a role that several countries' share: *the presidents of Turkey and Russia*."""
        person = self._person_meant(phrase, said)
        if person:
            return (self._mention(phrase, person.actor, "office of a person in the article", name=person.name),)
        holder = self._holder(phrase, said)
        return (holder,) if holder else self._kind(phrase, said)

    def _name_after(self, phrase: Phrase) -> ActorMention | None:
        """The person whose name follows the title without a comma (*the North's leader Kim Jong-un*)."""
        hit = self.scene.head_hit(phrase)
        after = self.scene.parsed.word_at(hit.end + 1) if hit else None
        run = self.scene.runs.get(after.index) if after else None
        if run and self.scene.title_hit_before(run) is hit:
            return self._named_person(run)
        if hit and hit.title and hit.title.group:
            return self._organ_named_after(phrase, hit)
        named = [self.scene.parsed.phrases[i] for i in phrase.apposition]
        for other in named:
            run = self.scene.runs.get(other.head)
            if run:
                person = self._placed(run)
                return self._mention(phrase, person.actor, "apposition", name=person.name)
        return None

    def _organ_named_after(self, phrase: Phrase, title: NameHit) -> ActorMention | None:
        """*The state news agency IRNA*: what it is and then what it is called."""
        after = self.scene.parsed.word_at(title.end + 1)
        hit = self.scene.hits.get(after.index) if after else None
        sense = hit.sense("medium", "body", "group", "organisation") if hit and hit.start == title.end + 1 else None
        if hit is None or sense is None:
            return None
        mention = self.scene.parsed.mention(phrase.core_start, hit.end)
        actor = self.scene.actor(sense)
        return ActorMention(mention=mention, actor=actor, name=mention.words, rule=f"name of a {sense.kind}")

    def _completed(self, phrase: Phrase, said: Description) -> tuple[Description, ...]:
        """With country or institution from whoever *his* minister or the spokesman *for the ministry* belongs to."""
        organ = said.institution is not None and said.institution.id.startswith("kind:")
        if (
            said.title
            and (said.title.plural or said.title.group)
            and (several := self._countries_of(phrase, said.title))
        ):
            return tuple(replace(said, country=country) for country in several)
        if said.country or (said.institution and not organ) or said.title is None:
            return (said,)
        behind = [a.phrase for a in phrase.attachments if a.preposition in OWNING and said.title.institution]
        before = (self.scene.runs.get(word.index) for word in self.scene.core_words(phrase))
        person = next((self.person_of_run[run].actor for run in before if run), None)
        if person and person.country:  # the Assad regime
            return (replace(said, country=person.country),)
        inner = [self.scene.parsed.phrases[a.phrase].possessor for a in phrase.attachments if a.preposition == "of"]
        owning = [index for index in (phrase.possessor, *inner) if index is not None]  # the president of its commission
        for index in (*owning, *behind):
            members = self.scene.parsed.phrases[index].members or (index,)
            owners = [owner.actor for member in members for owner in self._who(member) if owner.actor]
            if owners:
                return tuple(
                    replace(said, country=owner.country, institution=None if owner.id == owner.country else owner)
                    for owner in owners
                )
        return (said,)

    def _countries_of(self, phrase: Phrase, title: Title) -> tuple[str, ...]:
        """The countries that a plural or group is of, where there are several or a neighbour has them for both.

        *Lawmakers and officials in Norway and Sweden*; *Danish media and government*.
        """
        own = self.scene.countries_joined(phrase) or self.scene.countries_behind(phrase, title)
        said = self.scene.describe(phrase)
        if own or said.country or said.institution or phrase.determiner or phrase.possessor is not None:
            return own
        first = self.scene.parsed.phrases[self.scene.usage.first_member.get(phrase.index, phrase.index)]
        for index in first.members:
            other = self.scene.parsed.phrases[index]
            whose = self.scene.describe(other)
            if index != phrase.index and whose.title:
                shared = self.scene.countries_joined(other) or self.scene.countries_behind(other, whose.title)
                if shared or whose.country:
                    return shared or (whose.country or "",)
        return ()

    def _person_meant(self, phrase: Phrase, said: Description) -> Person | None:
        """The person of that office in the article: the latest named before, else the first named after."""
        if said.country is None and not self._is_bare(phrase, said):
            return None
        fitting = [
            (run, person)
            for person in self.persons
            if said.country in (None, person.actor.country) and _holds(person, said)
            for run in person.runs
        ]
        before = [found for found in fitting if found[0].start < phrase.start]
        if before:
            return max(before, key=lambda found: found[0].start)[1]
        after = [found for found in fitting if found[0].start > phrase.start] if said.country else []
        return min(after, key=lambda found: found[0].start)[1] if after else None

    def _is_bare(self, phrase: Phrase, said: Description) -> bool:
        """Whether nothing but determiner and role stands there, so that it must take up somebody."""
        title = said.title_words.split()
        return (
            phrase.possessor is None
            and all(self.scene.parsed.words[i].text.lower() in title for i in phrase.modifiers)
            and not any(attachment.preposition in ("of", "for", "at") for attachment in phrase.attachments)
        )

    def _holder(self, phrase: Phrase, said: Description) -> ActorMention | None:
        """The one holder of the office on the article's day, as the library knows."""
        if not (said.title and said.country and self.scene.on) or said.institution:
            return None
        answer = holder_of(self.scene.library, said.country, said.title_words, self.scene.on)
        return self._held(phrase, answer, f"{said.title_words} of {said.country} on {self.scene.on}")

    def _local_holder(self, phrase: Phrase, said: Description) -> ActorMention | None:
        """*The prime minister* alone, in an article about one country: who held the office there that day."""
        if said.country or not self.country_in_play or phrase.determiner != "the" or not self._is_bare(phrase, said):
            return None
        found = self._holder(phrase, replace(said, country=self.country_in_play))
        return replace(found, rule=f"{found.rule}; country in play") if found else None

    def _held(self, phrase: Phrase, answer: Answer | None, rule: str) -> ActorMention | None:
        if answer is None:
            return None
        tenure = answer.tenures[0]
        holder = self.scene.library.actor(tenure.person, on=self.scene.on, office=tenure.office.id)
        if answer.status == "assumed":
            rule += ", for all that is known"
        return self._mention(phrase, holder, rule, name=holder.label or "")

    def _kind(self, phrase: Phrase, said: Description) -> tuple[ActorMention, ...]:
        """Somebody known only by what he is: *Russian troops*, *a Pentagon official*, *police*."""
        assert said.title is not None
        institution, rule = said.institution, "role and country" if said.country else "role"
        country = said.country
        if institution and institution.code and not institution.id.startswith("kind:") and not institution.country:
            rule = "role at " + (institution.label or institution.id)
            return (self._mention(phrase, made(self.scene, said, institution.code, None, institution.sector), rule),)
        if said.title.group and country is None and phrase.determiner in ("the", "this", "that", "its"):
            taken_up = self._taken_up(phrase, said)
            if taken_up:
                return taken_up
        if country is None and self._is_stuff(phrase, said.title):
            return NOBODY
        if country is None and self.country_in_play and not institution and self._is_local(phrase, said):
            country, rule = self.country_in_play, "role; country in play"
        sector = said.sector or said.title.sector
        is_kind = said.title.group and sector != "UNK" and not said.former
        if country and is_kind and self.scene.library.is_state(country):
            return (self._mention(phrase, self.scene.library.actor(f"{country}/{sector}"), rule),)
        code = f"{country}{sector}" if country else None
        return (self._mention(phrase, made(self.scene, said, code, country, sector), rule),)

    def _is_stuff(self, phrase: Phrase, title: Title) -> bool:
        """Whether a weapon, or a word like *military* without an article, does not act here by itself."""
        usage = self.scene.usage
        if usage.is_subject(phrase) or not (usage.roles_of(phrase) or usage.hosts_of(phrase) or phrase.members):
            return False
        bare = not phrase.determiner and not phrase.modifiers and phrase.possessor is None
        return title.thing or (title.group and bare and phrase.number == "singular" and title.sector in ("MIL", "GOV"))

    def _is_local(self, phrase: Phrase, said: Description) -> bool:
        """Whether bare *police* or *officials* are those of the country in play; *US-led* forces and gunmen are not."""
        linked = any(self.scene.is_linked(hit) for hit in self.scene.core_hits(phrase))
        title = said.title_words.split()
        modifiers = (self.scene.parsed.words[i] for i in phrase.modifiers)
        named = any(word.tag == "NNP" and word.text.lower() not in title for word in modifiers)
        if said.title is None or self.scene.is_abroad(said.title):
            return False
        return said.sector in LOCAL_SECTORS and said.title.local and not linked and not named

    # --- taking up --------------------------------------------------------------------------------------------

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

    def _again(self, phrase: Phrase, who: ActorMention, rule: str) -> ActorMention:
        return self._mention(phrase, who.actor, rule, name=who.name)

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
        return tuple(
            self._again(phrase, who, f"plural takes up {who.name}") for who in self.memory.members(phrase, count)
        )

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

    def _counterpart(self, phrase: Phrase) -> tuple[ActorMention, ...]:
        """*His French counterpart*: whoever holds there the office that he holds here."""
        owner = next(iter(self._who(phrase.possessor)), None) if phrase.possessor is not None else None
        country = self.scene.describe(phrase).country
        if owner is None or owner.actor is None or country is None:
            return NOBODY
        person, office = self._person_with((owner,)), owner.actor.office or ""
        title = Title(words=office, sector=owner.actor.sector or "GOV", kinds=person.kinds if person else frozenset())
        said = Description(title=title, title_words=office, country=country)
        meant = self._person_meant(phrase, said)
        if meant:
            return (self._mention(phrase, meant.actor, "counterpart in the article", name=meant.name),)
        answer = counterpart_of(self.scene.library, country, office, self.scene.on) if self.scene.on else None
        holder = self._held(phrase, answer, f"counterpart on {self.scene.on}")
        return (holder,) if holder else self._kind(phrase, said)

    def _taken_up(self, phrase: Phrase, said: Description) -> tuple[ActorMention, ...]:
        """*The country*, *the bloc*, *the ministry*, *the spokesman*: who was last named that fits."""
        if phrase.determiner not in ("the", "this", "that") and not (said.title and said.country):
            return NOBODY
        if phrase.number == "plural":
            return self._armed_plural(phrase, said)
        country, lemma = said.country, said.title_words or phrase.lemma
        if said.title is None and phrase.lemma in usage_words("anaphoric_states"):
            found = self.memory.latest(phrase, lambda c: c.state and len(c.mentions) == 1, sentences=2)
        elif phrase.lemma in usage_words("anaphoric_groups") and lemma == phrase.lemma and not phrase.modifiers:
            found = self.memory.latest(phrase, lambda c: _is_such_a_group(c, phrase.lemma, country))
        else:
            found = self.memory.latest(phrase, lambda c: c.words.endswith(lemma) and _is_from(c, country))
        if found is None:
            return NOBODY
        who = found.mentions[0]
        return (self._again(phrase, who, f"takes up {who.mention.words}"),)

    def _armed_plural(self, phrase: Phrase, said: Description) -> tuple[ActorMention, ...]:
        """*The militants*, *the rebels*: the armed group that was named last."""
        if said.title is None or said.title.sector != "REB" or said.country or phrase.modifiers:
            return NOBODY
        found = self.memory.latest(phrase, lambda c: _is_armed_group(c, phrase), sentences=3)
        return (
            tuple(self._again(phrase, who, f"takes up {who.mention.words}") for who in found.mentions)
            if found
            else NOBODY
        )

    def _unknown_name(self, phrase: Phrase) -> tuple[ActorMention, ...]:
        """A name that the library does not know and that acts, owns or is acted on; nothing for other things."""
        if phrase.kind != "name" or phrase.entity not in ("", "ORG", "NORP", "GPE"):
            return NOBODY
        roles = {role.name for clause, role in self.scene.usage.roles_of(phrase) if clause.kind == "verb"}
        organised = phrase.entity in ("ORG", "NORP")
        plays = roles & {"object", "recipient"} or self.scene.usage.owned_by(phrase) if organised else None
        if not plays and not self.scene.usage.is_subject(phrase):
            return NOBODY
        said = self.scene.describe(phrase)
        words = self.scene.parsed.words_of(phrase, core=True)
        sector = self.scene.sector_in_name(phrase)
        actor = Actor(
            id="doc:" + content_id(self.document.id, "name", words),
            code=f"{said.country}{sector}" if said.country and sector != "UNK" else None,
            country=said.country,
            sector=None if sector == "UNK" else sector,
            label=words,
        )
        return (self._mention(phrase, actor, "unknown organisation" if organised else "unknown name"),)

    # --- remembering ------------------------------------------------------------------------------------------

    def _remember(self, phrase: Phrase) -> None:
        self._remember_coordination(phrase)
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
                state=any(m.actor is not None and m.actor.id == m.actor.country for m in mentions),
                words=said.title_words if said.title else "",
            )
        )

    def _gender(self, mentions: tuple[ActorMention, ...]) -> str:
        """The gender of an office holder whom the article does not name."""
        actor = mentions[0].actor if len(mentions) == 1 else None
        if actor is None or actor.office is None or actor.id.startswith("doc:"):
            return ""
        return self.scene.library.tenures(actor.id)[0].holder.gender if actor.id != actor.office else ""

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

    def _person_with(self, mentions: tuple[ActorMention, ...]) -> Person | None:
        ids = {m.actor.id for m in mentions if m.actor}
        return next((person for person in self.persons if ids == {person.actor.id}), None)


def _with_whose(person: Person, said: Description) -> Person:
    """The person under the country or body of the description."""
    body = said.institution if said.institution and not said.institution.id.startswith("kind:") else None
    sector = said.sector or person.actor.sector
    code = body.code if body and body.code else f"{said.country}{sector}" if said.country and sector else None
    actor = replace(person.actor, country=said.country, sector=sector, code=code)
    return replace(person, actor=actor, rule="title; whose is told before")


def _holds(person: Person, said: Description) -> bool:
    """Whether the person is the one of that office; *the minister* may be any minister, *the leader* one who leads."""
    assert said.title is not None
    words = said.title_words
    if words in person.titles or said.title.kinds & person.kinds:
        return words in person.titles or not said.rank
    if words in usage_words("leaders"):
        return person.leads and words not in ("president", "prime minister", "premier", "chancellor")
    return any(title.endswith(" " + words) for title in person.titles)


def _is_from(candidate: Candidate, country: str | None) -> bool:
    actor = candidate.mentions[0].actor
    return country is None or (actor is not None and actor.country == country)


def _is_armed_group(candidate: Candidate, phrase: Phrase) -> bool:
    """Whether *the militants* can take the candidate up; inside one sentence they may be others than the group."""
    actor = candidate.mentions[0].actor if len(candidate.mentions) == 1 else None
    earlier = candidate.phrase.sentence < phrase.sentence
    return earlier and not candidate.person and actor is not None and actor.sector == "REB"


def _is_such_a_group(candidate: Candidate, lemma: str, country: str | None) -> bool:
    """Whether the candidate can be taken up as *the ministry*, *the bloc*, *the agency*."""
    if candidate.person or candidate.state or len(candidate.mentions) != 1 or not _is_from(candidate, country):
        return False
    actor = candidate.mentions[0].actor
    if candidate.words:
        return lemma in candidate.words.split()
    return actor is not None and lemma in usage_words("anaphoric_groups", actor.sector or "UNK")
