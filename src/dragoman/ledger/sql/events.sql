-- Event mentions with who did it and to whom, oldest first.
-- $by: actor, $about: recipient, $type: PLOVER type as mentioned, $least: confidence from which on.
WITH found AS (
    SELECT event.*, document.published, document.title, document.publisher, document.url,
           coalesce(event.first_day, document.published) AS day
    FROM ledger.event_mentions AS event
    JOIN ledger.documents AS document ON document.id = event.document
    WHERE ($type IS NULL OR event.type = upper($type))
      AND ($status IS NULL OR event.status = $status)
      AND ($least IS NULL OR event.confidence >= $least)
      AND ($since IS NULL OR coalesce(event.last_day, event.first_day, document.published) >= $since)
      AND ($until IS NULL OR coalesce(event.first_day, document.published) <= $until)
      AND ($by IS NULL OR EXISTS (
          SELECT 1 FROM ledger.event_actors AS who
          WHERE who.document = event.document AND who.event = event.id AND who.role = 'actor'
            AND memory.main.is_actor($by, who.actor, who.code, who.country, who.name, who.label)))
      AND ($about IS NULL OR EXISTS (
          SELECT 1 FROM ledger.event_actors AS who
          WHERE who.document = event.document AND who.event = event.id AND who.role = 'recipient'
            AND memory.main.is_actor($about, who.actor, who.code, who.country, who.name, who.label)))
    ORDER BY day NULLS LAST, document.id, event.ordinal
    LIMIT coalesce($limit, 9223372036854775807)
),
people AS (
    SELECT document, event,
           list(name ORDER BY ordinal) FILTER (role = 'actor') AS actors,
           list(code ORDER BY ordinal) FILTER (role = 'actor') AS actor_codes,
           list(name ORDER BY ordinal) FILTER (role = 'recipient') AS recipients,
           list(code ORDER BY ordinal) FILTER (role = 'recipient') AS recipient_codes
    FROM ledger.event_actors SEMI JOIN found USING (document)
    GROUP BY document, event
),
subjects AS (
    SELECT document, event, list(name ORDER BY ordinal) AS contexts
    FROM ledger.event_contexts SEMI JOIN found USING (document)
    GROUP BY document, event
)
SELECT found.id, found.document, found.day, found.type, found.plover_type, found.quad, found.mode,
       coalesce(subjects.contexts, []) AS contexts, found.status, found.polarity, found.modality, found.tense,
       coalesce(people.actors, []) AS actors, coalesce(people.actor_codes, []) AS actor_codes,
       coalesce(people.recipients, []) AS recipients, coalesce(people.recipient_codes, []) AS recipient_codes,
       found.trigger, found.extent, found.time_value, found.place, found.country, found.intensity, found.confidence,
       found.parent, found.statement, found.presupposed, found.in_title, found.title, found.publisher,
       found.published, found.url, found.rule
FROM found
LEFT JOIN people ON people.document = found.document AND people.event = found.id
LEFT JOIN subjects ON subjects.document = found.document AND subjects.event = found.id
ORDER BY found.day NULLS LAST, found.document, found.ordinal
