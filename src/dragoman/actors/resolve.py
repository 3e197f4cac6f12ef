"""Whom each phrase stands for: names, persons, roles, what takes them up, and whose things are whose."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.actors.describe import INSTITUTION_KINDS, OWNING, STATE_KINDS, Description, PersonRun
from dragoman.actors.holders import counterpart_of, holder_of
from dragoman.actors.library import Answer
from dragoman.actors.named import INDEFINITE, NOBODY
from dragoman.actors.names import NameHit, Title
from dragoman.actors.owners import Owners, made
from dragoman.actors.people import Person
from dragoman.actors.usage import usage_words
from dragoman.actors.whose import ByContext
from dragoman.language.model import Phrase
from dragoman.records import Actor, ActorMention, content_id

_OFFICES = frozenset({"office", "bureau", "secretariat"})


@dataclass(slots=True)
class Resolver(ByContext):
    """Goes through the phrases once, in the order of the text, and remembers who was named."""

    def resolve(self) -> None:
        """Fill `by_phrase` and `owners`."""
        for phrase in self.scene.parsed.phrases:
            self._who(phrase.index)
            self._remember(phrase)
        owners = Owners(self.scene, self.by_phrase, self.person_of_run)
        for phrase in self.scene.parsed.phrases:
            if phrase.sentence not in self.scene.datelines and (found := owners.of(phrase)):
                self.owners[phrase.index] = found

    def name_alone(self) -> tuple[ActorMention, ...]:
        """Whom a text of nothing but a name means, where the parser takes it for no noun (*ECOWAS*, *Taiwanese*)."""
        words = [word for word in self.scene.parsed.words if word.tag != "DT"]
        if not words:
            return NOBODY
        run, hit = self.scene.runs.get(words[0].index), self.scene.hits.get(words[0].index)
        if run is not None and run.end == words[-1].end:
            return (self._named_person(run),)
        sense = hit.sense("medium", *STATE_KINDS, *INSTITUTION_KINDS, "part") if hit else None
        if hit is None or sense is None or hit.end != words[-1].end:
            return NOBODY
        actor, rule = self.scene.actor(sense), f"{sense.kind} by itself"
        if sense.kind == "part" and hit.title:
            said = Description(title=hit.title, title_words=hit.title.words, country=sense.actor)
            actor = made(self.scene, said, f"{sense.actor}{hit.title.sector}", sense.actor, hit.title.sector)
        elif sense.kind == "metonym":
            rule = "capital by itself"
        mention = self.scene.parsed.mention(hit.start, hit.end)
        return (ActorMention(mention=mention, actor=actor, name=mention.words, rule=rule),)

    def _who(self, index: int) -> tuple[ActorMention, ...]:
        """Who the phrase stands for; what a role belongs to is asked before its turn."""
        if index not in self.by_phrase:
            self.by_phrase[index] = NOBODY  # phrases that own each other in a bad parse
            self.by_phrase[index] = self._resolve(self.scene.parsed.phrases[index])
        return self.by_phrase[index]

    def _resolve(self, phrase: Phrase) -> tuple[ActorMention, ...]:
        if phrase.sentence in self.scene.datelines:
            return NOBODY
        run = self.scene.runs.get(phrase.head)
        if run is not None:
            return (self._named_person(run),)
        if phrase.kind == "pronoun":
            return self._pronoun(phrase)
        plural = self._plural(phrase)
        if plural:
            return plural
        if spoken_of := self._called_by_last_word(phrase) or self._part_of_body(phrase):
            return spoken_of
        hit = self.scene.head_hit(phrase)
        if hit and hit.end == phrase.core_end and self.scene.sides(hit):
            return NOBODY  # an Iran-allied group, cut by the parser
        if hit and hit.senses and (found := self._named(phrase, hit)) is not None:
            return found
        titled = self.scene.title_of(phrase)
        if titled and self._is_noun(phrase) and not self._is_predicate(phrase):
            return self._role(phrase, self.scene.describe(phrase))
        if acting := self._region(phrase):
            return acting
        if named := self._abbreviated(phrase) or self._named_behind(phrase) or self._office_of(phrase):
            return named
        counterpart = self._counterpart(phrase) if phrase.lemma in usage_words("counterparts") else NOBODY
        return counterpart or self._taken_up(phrase, self.scene.describe(phrase)) or self._unknown_name(phrase)

    def _part_of_body(self, phrase: Phrase) -> tuple[ActorMention, ...]:
        """*The Permanent Council of the Organization of American States* speaks for that."""
        if phrase.kind != "name" or phrase.lemma not in usage_words("parts_of_bodies"):
            return NOBODY
        for attachment in phrase.attachments:
            whole = self.scene.parsed.phrases[attachment.phrase]
            hit = self.scene.head_hit(whole)
            sense = hit.sense("body") if hit is not None and attachment.preposition == "of" else None
            actor = self.scene.actor(sense) if sense is not None else None
            if actor is not None and actor.sector == "IGO":
                return (self._mention(phrase, actor, f"part of {actor.label}"),)
        return NOBODY

    def _region(self, phrase: Phrase) -> tuple[ActorMention, ...]:
        """*Texas sued the government*: a first-level division that acts is its authorities."""
        if phrase.kind != "name" or phrase.modifiers or phrase.attachments or phrase.members:
            return NOBODY
        words = self.scene.parsed.words_of(phrase, core=True)
        country = self.scene.country_of_region(words)
        acts = any(
            role.name == "subject" and role.filled_by in ("syntax", "conjunct") and clause.kind == "verb"
            and clause.base not in usage_words("place_subjects")
            for clause, role in self.scene.usage.roles_of(phrase)
        )  # fmt: skip
        if country is None or not acts or self.scene.library.country_of_name(words):
            return NOBODY
        key = "doc:" + content_id(self.document.id, "region", words)
        actor = Actor(id=key, code=f"{country}GOV", country=country, sector="GOV", label=words)
        return (self._mention(phrase, actor, "region that acts"),)

    def _office_of(self, phrase: Phrase) -> tuple[ActorMention, ...]:
        """*The prime minister's office* speaks for his government, a body's for the body."""
        if phrase.possessor is None or phrase.lemma not in _OFFICES or not self.scene.usage.is_subject(phrase):
            return NOBODY
        owner = next((who.actor for who in self._who(phrase.possessor) if who.actor), None)
        if owner is None or not owner.code or (owner.country and owner.sector not in ("GOV", "MIL")):
            return NOBODY
        state = owner.country if owner.country and self.scene.library.is_state(owner.country) else None
        actor = self.scene.library.actor(f"{state}/{owner.sector}") if state else owner
        return (self._mention(phrase, actor, "office of an official"),)

    def _is_predicate(self, phrase: Phrase) -> bool:
        """Whether the role is said of somebody else (*she is a judge*, *served as judge*), or is no role at all."""
        said = self.scene.describe(phrase)
        if said.title is not None and said.title.words == "state":
            return True
        roles = self.scene.usage.roles_of(phrase)
        return any(role.name == "attribute" or role.preposition == "as" for _, role in roles)

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
            if whose := self._country_of_rival(phrase):
                return self._known_as(person, Description(country=whose))
            said = self.scene.describe(phrase)
            if said.title and not said.title.plural and not said.title.group:
                (said, *_) = self._completed(phrase, said)
                if not said.country and not said.institution and said.title is not None and said.title.office:
                    said = replace(said, country=self._country_of_last_subject(phrase, said))
                if said.country or said.institution:
                    return self._known_as(person, said)
        return person

    def _known_as(self, person: Person, said: Description) -> Person:
        """The person under the country or body that was told, in the whole article."""
        person = _with_whose(person, said)
        self.person_of_run |= dict.fromkeys(person.runs, person)
        return person

    def _country_of_rival(self, phrase: Phrase) -> str | None:
        """The country of *his strongest rival, the former general X*: that of him whose rival he is."""
        if phrase.possessor is None or phrase.lemma not in usage_words("rivals"):
            return None
        owners = {who.actor.country for who in self._who(phrase.possessor) if who.actor and who.actor.country}
        return next(iter(owners)) if len(owners) == 1 else None

    def _role(self, phrase: Phrase, said: Description) -> tuple[ActorMention, ...]:
        """The bearer of a role: named right behind, elsewhere in the article, in the library, or only a kind."""
        following = self._name_after(phrase)
        if following:
            return (following,)
        each = self._completed(phrase, said)
        if len(each) == 1 and (several := self._states_named_together(phrase, said)):
            each = tuple(replace(said, country=country) for country in several)
        said = each[0]
        assert said.title is not None
        if organ := self._organ_of_body(phrase, said):
            return organ
        if said.title.plural and len(each) == 1 and (again := self._taken_up(phrase, said)):
            return again
        if said.title.plural and len(each) > 1 and not said.former:
            return tuple(who for one in each for who in self._one_of_several(phrase, one))
        if said.title.plural or said.title.group or said.former or phrase.determiner in INDEFINITE:
            return tuple(who for said in each for who in self._kind(phrase, said))
        person = self._person_meant(phrase, said)
        if person and not (said.partial and person.leads):
            return (self._mention(phrase, person.actor, "office of a person in the article", name=person.name),)
        taken_up = self._taken_up(phrase, said) if said.institution is None else NOBODY
        if taken_up:
            return taken_up
        holder = self._holder(phrase, said) or self._local_holder(phrase, said)
        return (holder,) if holder else self._kind(phrase, said)

    def _organ_of_body(self, phrase: Phrase, said: Description) -> tuple[ActorMention, ...]:
        """*The U.N. watchdog*, once the agency was named: the organ of that body that was named last."""
        whose = said.institution.id if said.institution else None
        if whose is None or phrase.lemma not in usage_words("anaphoric_groups", "IGO"):
            return NOBODY
        organs = self.scene.library.organs_of(whose)
        found = self.memory.latest(phrase, lambda c: bool(c.ids & organs), sentences=12)
        return tuple(self._again(phrase, who, f"takes up {who.name}") for who in found.mentions) if found else NOBODY

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
            return self._organ_named_after(phrase, hit) or self._unknown_named_after(phrase, hit)
        named = [self.scene.parsed.phrases[i] for i in phrase.apposition]
        plural = hit is not None and hit.title is not None and hit.title.plural
        for other in named:
            run = self.scene.runs.get(other.head)
            if run and (not plural or other.members):
                person = self._placed(run)
                return self._mention(phrase, person.actor, "apposition", name=person.name)
        return None

    def _unknown_named_after(self, phrase: Phrase, title: NameHit) -> ActorMention | None:
        """*The broadcaster TV 2*: an organ whose name the library does not have is nobody who was named before."""
        words = self.scene.parsed.words
        first = self.scene.parsed.word_at(title.end + 1)
        is_name = first is not None and first.start == title.end + 1 and (first.tag == "NNP" or first.text.isupper())
        if first is None or not is_name or first.index in self.scene.hits or phrase.determiner != "the":
            return None
        last = first.index
        while (
            last + 1 < len(words)
            and words[last + 1].tag in ("NNP", "CD")
            and words[last + 1].sentence == first.sentence
        ):
            last += 1
        said = self.scene.describe(phrase)
        if title.title is None or title.title.sector not in ("MED", "BUS", "NGO"):
            return None
        mention = self.scene.parsed.mention(phrase.core_start, words[last].end)
        sector = title.title.sector
        actor = made(self.scene, said, f"{said.country}{sector}" if said.country else None, said.country, sector)
        return ActorMention(mention=mention, actor=actor, name=mention.words, rule="role and name")

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
        if said.title and (said.title.plural or said.title.group) and (joined := self.scene.owners_joined(phrase)):
            return tuple(_shared_with(said, owner) for owner in joined)
        if said.country or (said.institution and not organ) or said.title is None:
            return (said,)
        behind = [
            attachment.phrase
            for attachment in phrase.attachments
            if attachment.preposition in OWNING
            and (said.title.institution or (attachment.preposition == "of" and said.title.office))
        ]
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
                return tuple(_belonging_to(said, owner) for owner in owners)
        return (said,)

    def _countries_of(self, phrase: Phrase, title: Title) -> tuple[str, ...]:
        """The countries that a plural or group is of, where there are several or a neighbour has them for both.

        *Lawmakers and officials in Norway and Sweden*; *Danish media and government*.
        """
        own = self.scene.countries_joined(phrase) or self.scene.countries_behind(phrase, title)
        own = own or self._countries_taken_up(phrase)
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

    def _countries_taken_up(self, phrase: Phrase) -> tuple[str, ...]:
        """The countries of *the foreign ministers of the three states*."""
        for attachment in phrase.attachments:
            if attachment.preposition == "of":
                owners = [who.actor for who in self._who(attachment.phrase) if who.actor]
                if len(owners) > 1 and all(owner.id == owner.country for owner in owners):
                    return tuple(owner.id for owner in owners)
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

    def _holder(self, phrase: Phrase, said: Description) -> ActorMention | None:
        """The one holder of the office on the article's day, as the library knows."""
        if not (said.title and said.country and self.scene.on) or said.institution or said.partial:
            return None
        answer = holder_of(self.scene.library, said.country, said.title_words, self.scene.on)
        return self._held(phrase, answer, f"{said.title_words} of {said.country} on {self.scene.on}")

    def _local_holder(self, phrase: Phrase, said: Description) -> ActorMention | None:
        """*The prime minister* alone, in an article about one country: who held the office there that day."""
        if said.country or phrase.determiner != "the" or not self._is_bare(phrase, said):
            return None
        country = self.country_in_play or self._country_of_last_subject(phrase, said)
        found = self._holder(phrase, replace(said, country=country)) if country else None
        how = "country in play" if self.country_in_play else "country of the last subject"
        return replace(found, rule=f"{found.rule}; {how}") if found else None

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
        organ = institution is None or (institution.id.startswith("kind:") and institution.id != "kind:organisation")
        if country is None and organ and (self._is_local(phrase, said) or self.scene.is_abroad(said.title)):
            country, rule = self._whose_by_context(phrase, said)
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

    def _counterpart(self, phrase: Phrase) -> tuple[ActorMention, ...]:
        """*His French counterpart*: whoever holds there the office that he holds here."""
        owners = self._who(phrase.possessor) if phrase.possessor is not None else NOBODY
        named = [i for other in phrase.apposition for i in self.scene.parsed.phrases[other].members or (other,)]
        named = named or self._named_behind_comma(phrase)
        if phrase.number == "plural" and any(self._who(index) for index in named):
            return tuple(self._again(phrase, who, "apposition") for index in named for who in self._who(index))
        several = self.scene.countries_joined(phrase) if phrase.number == "plural" else ()
        countries = several or (self.scene.describe(phrase).country,)
        found = tuple(
            who for owner in owners for country in countries for who in self._counterpart_of(phrase, owner, country)
        )
        heads = (self.scene.parsed.phrases[index].head for index in named)
        run = next((self.scene.runs[head] for head in heads if head in self.scene.runs), None)
        return (self._counterpart_named(phrase, run, found),) if run else found

    def _counterpart_named(self, phrase: Phrase, run: PersonRun, kind: tuple[ActorMention, ...]) -> ActorMention:
        """*His Omani counterpart, X*: X, who serves as what the words say where nothing else tells."""
        person = self._placed(run)
        role = kind[0].actor if kind else None
        if person.actor.code is None and role is not None:
            serving = replace(person.actor, country=role.country, sector=role.sector, code=role.code)
            person = replace(person, actor=serving, rule="counterpart by name")
            self.person_of_run |= dict.fromkeys(person.runs, person)
        return self._mention(phrase, person.actor, "apposition", name=person.name)

    def _named_behind_comma(self, phrase: Phrase) -> list[int]:
        """The persons of *their counterparts, X and Y*, which the parser hangs elsewhere."""
        for other in self.scene.parsed.phrases[phrase.index + 1 : phrase.index + 4]:
            gap = self.scene.parsed.text[phrase.core_end : other.core_start]
            if (
                gap == ", "
                and other.members
                and all(self.scene.parsed.phrases[index].head in self.scene.runs for index in other.members)
            ):
                return list(other.members)
        return []

    def _counterpart_of(self, phrase: Phrase, owner: ActorMention, country: str | None) -> tuple[ActorMention, ...]:
        if owner.actor is None or country is None:
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


def _belonging_to(said: Description, owner: Actor) -> Description:
    """The role with its owner's country, and with the owner where that is a body; a person's party is no office."""
    is_person = owner.office is not None and owner.country is not None
    alone = owner.id == owner.country or (is_person and said.title is not None and said.title.group)
    return replace(said, country=owner.country, institution=None if alone else owner)


def _shared_with(said: Description, owner: Actor) -> Description:
    """The role of one of several owners: *Turkish and NATO officials* are officials of a body and of no body."""
    bare = replace(said, country=None, institution=None)
    if owner.id == owner.country and said.title is not None and said.title.sector == "IGO":
        bare = replace(bare, title=replace(said.title, sector="GOV"))
    return _belonging_to(bare, owner)


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
