-- Mentions of events with their parties, for one question about many articles. $id: the beginning of an id, or NULL;
-- $type: PLOVER type, or NULL; $since, $until: days in which they may have happened or been reported.
WITH found AS (
    SELECT event.*, document.published, document.title
    FROM ledger.event_mentions AS event
    JOIN ledger.documents AS document ON document.id = event.document
    WHERE ($id IS NULL OR starts_with(event.id, $id))
      AND ($type IS NULL OR event.type = $type)
      AND ($since IS NULL OR coalesce(event.last_day, document.published) >= $since)
      AND ($until IS NULL OR coalesce(event.first_day, document.published) <= $until)
),
people AS (
    SELECT document, event,
           list(coalesce(code, name) ORDER BY ordinal) FILTER (role = 'actor') AS actors,
           list(words ORDER BY ordinal) FILTER (role = 'actor') AS named,
           list(coalesce(code, name) ORDER BY ordinal) FILTER (role = 'recipient') AS recipients
    FROM ledger.event_actors SEMI JOIN found USING (document)
    GROUP BY document, event
),
numbers AS (
    SELECT document, event, list(kind || ' ' || number ORDER BY ordinal) AS counts
    FROM ledger.event_counts SEMI JOIN found USING (document)
    GROUP BY document, event
)
SELECT found.id, found.document, found.type AS type, found.status, found.polarity, found.trigger, found.extent AS words,
       found.first_day, found.last_day, found.place, found.country, found.statement, found.published, found.title,
       found.in_title,
       coalesce(people.actors, []) AS actors, coalesce(people.named, []) AS named,
       coalesce(people.recipients, []) AS recipients,
       coalesce(numbers.counts, []) AS counts
FROM found
LEFT JOIN people ON people.document = found.document AND people.event = found.id
LEFT JOIN numbers ON numbers.document = found.document AND numbers.event = found.id
ORDER BY found.published NULLS LAST, found.document, found.ordinal
