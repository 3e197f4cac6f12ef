-- One statement with every carrier of its words, from the speaker outward (step 0 is the speaker). $statement: its id,
-- or enough of its beginning to tell it from all others.
WITH asked AS (
    SELECT statement.*, document.title, document.published, document.url
    FROM ledger.statements AS statement
    JOIN ledger.documents AS document ON document.id = statement.document
    WHERE starts_with(statement.id, $statement)
),
speakers AS (
    SELECT who.document, who.statement, string_agg(who.name, ', ' ORDER BY who.ordinal) AS name,
           list(who.code ORDER BY who.ordinal) AS codes
    FROM ledger.statement_actors AS who SEMI JOIN asked ON asked.document = who.document AND asked.id = who.statement
    WHERE who.role = 'speaker'
    GROUP BY who.document, who.statement
),
steps AS (
    SELECT asked.id, asked.document, 0 AS step, 'said' AS kind,
           coalesce(speakers.name, asked.source, 'somebody unnamed') AS name, coalesce(speakers.codes, []) AS codes,
           asked.cue AS cue, asked.time_value AS day, asked.source AS words
    FROM asked LEFT JOIN speakers ON speakers.document = asked.document AND speakers.statement = asked.id
    UNION ALL
    SELECT asked.id, asked.document, hop.ordinal + 1, hop.kind, hop.name, list_filter([hop.code], x -> x IS NOT NULL),
           hop.cue, hop.time_value, hop.words
    FROM asked JOIN ledger.hops AS hop ON hop.document = asked.document AND hop.statement = asked.id
)
SELECT steps.*, asked.content, asked.speech_act, asked.status, asked.parent, asked.denies, asked.title,
       asked.published, asked.url
FROM steps JOIN asked ON asked.id = steps.id AND asked.document = steps.document
ORDER BY steps.document, steps.id, steps.step
