-- Event mentions as triggers see them, oldest first: both sides with code and country, and on whose word it is told.
-- $types, $statuses: lists, NULL for all; $parties: countries, or codes of bodies, one of which takes part (NULL: any);
-- $by: actor, $about: recipient; $event: the event's id, or the beginning of it. Titles are left out.
-- What is told as long past has no day unless the text says one.
WITH found AS (
    SELECT event.*, document.published, document.publisher, document.title,
           coalesce(event.first_day, CASE WHEN event.status <> 'historical' THEN document.published END) AS day
    FROM ledger.event_mentions AS event
    JOIN ledger.documents AS document ON document.id = event.document
    WHERE (NOT event.in_title OR $event IS NOT NULL)
      AND ($event IS NULL OR starts_with(event.id, $event))
      AND ($types::VARCHAR[] IS NULL OR list_contains($types::VARCHAR[], event.type))
      AND ($statuses::VARCHAR[] IS NULL OR list_contains($statuses::VARCHAR[], event.status))
      AND ($since IS NULL OR coalesce(event.last_day, event.first_day, document.published) >= $since)
      AND ($until IS NULL OR coalesce(event.first_day, document.published) <= $until)
      AND ($parties::VARCHAR[] IS NULL OR EXISTS (
          SELECT 1 FROM ledger.event_actors AS who
          WHERE who.document = event.document AND who.event = event.id
            AND list_contains($parties::VARCHAR[], coalesce(who.country, who.code))))
      AND ($by IS NULL OR EXISTS (
          SELECT 1 FROM ledger.event_actors AS who
          WHERE who.document = event.document AND who.event = event.id AND who.role = 'actor'
            AND memory.main.is_actor($by, who.actor, who.code, who.country, who.name, who.label)))
      AND ($about IS NULL OR EXISTS (
          SELECT 1 FROM ledger.event_actors AS who
          WHERE who.document = event.document AND who.event = event.id AND who.role = 'recipient'
            AND memory.main.is_actor($about, who.actor, who.code, who.country, who.name, who.label)))
),
people AS (
    SELECT document, event,
           list({name: name, code: code, country: country, sector: sector} ORDER BY ordinal)
               FILTER (role = 'actor') AS actors,
           list({name: name, code: code, country: country, sector: sector} ORDER BY ordinal)
               FILTER (role = 'recipient') AS recipients
    FROM ledger.event_actors SEMI JOIN found ON found.document = event_actors.document AND found.id = event_actors.event
    GROUP BY document, event
),
subjects AS (
    SELECT document, event, list(name ORDER BY ordinal) AS contexts
    FROM ledger.event_contexts
    SEMI JOIN found ON found.document = event_contexts.document AND found.id = event_contexts.event
    GROUP BY document, event
),
speakers AS (
    SELECT document, statement,
           list({name: name, code: code, country: country, sector: sector} ORDER BY ordinal) AS tellers
    FROM ledger.statement_actors AS who
    SEMI JOIN found ON found.document = who.document AND found.statement = who.statement
    WHERE who.role = 'speaker'
    GROUP BY document, statement
)
SELECT found.id, found.document, found.type, coalesce(people.actors, []) AS actors,
       coalesce(people.recipients, []) AS recipients, found.mode, coalesce(subjects.contexts, []) AS contexts,
       found.polarity, found.status, found.tense, found.day, coalesce(found.last_day, found.day) AS last_day,
       found.first_day IS NOT NULL AS day_is_told, found.place, found.country AS place_country, found.trigger,
       found.extent AS words, coalesce(speakers.tellers, []) AS tellers, statement.source, parent.type AS parent,
       found.presupposed, found.publisher, found.title, found.statement
FROM found
LEFT JOIN people ON people.document = found.document AND people.event = found.id
LEFT JOIN subjects ON subjects.document = found.document AND subjects.event = found.id
LEFT JOIN speakers ON speakers.document = found.document AND speakers.statement = found.statement
LEFT JOIN ledger.statements AS statement ON statement.document = found.document AND statement.id = found.statement
LEFT JOIN ledger.event_mentions AS parent ON parent.document = found.document AND parent.id = found.parent
ORDER BY found.day NULLS LAST, found.document, found.ordinal
