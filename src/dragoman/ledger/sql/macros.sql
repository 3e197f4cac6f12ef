-- Who is meant by the word that a user typed: a code (`RUSGOV`), a country (`RUS` finds `RUSGOV` too), a key of
-- the actor library, or whole words of a name (`Putin` finds Vladimir Putin, `Mali` does not find Somalia).

CREATE OR REPLACE MACRO memory.main.has_words(name, wanted) AS
    contains(' ' || lower(name) || ' ', ' ' || lower(wanted) || ' ');

CREATE OR REPLACE MACRO memory.main.is_actor(wanted, actor, code, country, name, label) AS coalesce(
    code = upper(wanted)
    OR country = upper(wanted)
    OR (length(wanted) = 3 AND starts_with(code, upper(wanted)))
    OR actor = wanted
    OR memory.main.has_words(name, wanted)
    OR memory.main.has_words(label, wanted), false);
