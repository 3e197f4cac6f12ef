-- Statements with who made them and who passed them on. $id: the beginning of an id, or NULL; $documents: only in
-- these, or NULL; $since, $until: days in which they were made or published.
WITH found AS (
    SELECT statement.*, document.published, document.title
    FROM ledger.statements AS statement
    JOIN ledger.documents AS document ON document.id = statement.document
    WHERE ($id IS NULL OR starts_with(statement.id, $id))
      AND ($documents IS NULL OR list_contains($documents::VARCHAR[], statement.document))
      AND ($since IS NULL OR coalesce(statement.last_day, document.published) >= $since)
      AND ($until IS NULL OR coalesce(statement.first_day, document.published) <= $until)
),
people AS (
    SELECT document, statement,
           list({'actor': actor, 'code': code, 'country': country, 'name': name, 'words': words} ORDER BY ordinal)
               FILTER (role = 'speaker') AS speakers,
           list(code ORDER BY ordinal) FILTER (role = 'about') AS about
    FROM ledger.statement_actors SEMI JOIN found USING (document)
    GROUP BY document, statement
),
named AS (
    SELECT passage.document, passage.record AS statement, list(mention.words ORDER BY mention.ordinal) AS words
    FROM ledger.passages AS passage SEMI JOIN found ON found.document = passage.document AND found.id = passage.record
    JOIN ledger.actor_mentions AS mention ON mention.document = passage.document
     AND mention.start_char >= passage.start_char AND mention.end_char <= passage.end_char
    WHERE passage.role = 'content'
    GROUP BY passage.document, passage.record
),
carriers AS (
    SELECT document, statement,
           list({'actor': actor, 'code': code, 'country': country, 'name': name, 'words': words, 'kind': kind}
                ORDER BY ordinal) AS chain
    FROM ledger.hops SEMI JOIN found USING (document)
    GROUP BY document, statement
)
SELECT found.id, found.document, found.speech_act AS type, found.status, found.source, found.content AS words,
       found.first_day, found.last_day, found.denies, found.parent, found.published, found.title, found.in_title,
       coalesce(people.speakers, []) AS speakers, coalesce(people.about, []) AS about,
       coalesce(named.words, []) AS named,
       coalesce(carriers.chain, []) AS chain
FROM found
LEFT JOIN people ON people.document = found.document AND people.statement = found.id
LEFT JOIN named ON named.document = found.document AND named.statement = found.id
LEFT JOIN carriers ON carriers.document = found.document AND carriers.statement = found.id
ORDER BY found.published NULLS LAST, found.document, found.ordinal
