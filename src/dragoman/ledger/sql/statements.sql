-- Statements with their speakers and the chain that passed them on, oldest first.
-- $by: speaker, $about: somebody named in the content or addressed, $via: a carrier of the chain,
-- $type: speech act.
WITH found AS (
    SELECT statement.*, document.published, document.title, document.publisher, document.url,
           coalesce(statement.first_day, document.published) AS day
    FROM ledger.statements AS statement
    JOIN ledger.documents AS document ON document.id = statement.document
    WHERE ($type IS NULL OR statement.speech_act = $type)
      AND ($status IS NULL OR statement.status = $status)
      AND ($since IS NULL OR coalesce(statement.last_day, statement.first_day, document.published) >= $since)
      AND ($until IS NULL OR coalesce(statement.first_day, document.published) <= $until)
      AND ($by IS NULL OR EXISTS (
          SELECT 1 FROM ledger.statement_actors AS who
          WHERE who.document = statement.document AND who.statement = statement.id AND who.role = 'speaker'
            AND memory.main.is_actor($by, who.actor, who.code, who.country, who.name, who.label)))
      AND ($about IS NULL OR EXISTS (
          SELECT 1 FROM ledger.statement_actors AS who
          WHERE who.document = statement.document AND who.statement = statement.id AND who.role <> 'speaker'
            AND memory.main.is_actor($about, who.actor, who.code, who.country, who.name, who.label)))
      AND ($via IS NULL OR EXISTS (
          SELECT 1 FROM ledger.hops AS hop
          WHERE hop.document = statement.document AND hop.statement = statement.id
            AND (memory.main.is_actor($via, hop.actor, hop.code, hop.country, hop.name, hop.label)
                 OR hop.sector = upper($via))))
    ORDER BY day NULLS LAST, document.id, statement.ordinal
    LIMIT coalesce($limit, 9223372036854775807)
),
people AS (
    SELECT document, statement,
           list(name ORDER BY ordinal) FILTER (role = 'speaker') AS speakers,
           list(code ORDER BY ordinal) FILTER (role = 'speaker') AS speaker_codes,
           list(name ORDER BY ordinal) FILTER (role = 'addressee') AS addressees,
           list(code ORDER BY ordinal) FILTER (role = 'about') AS about
    FROM ledger.statement_actors SEMI JOIN found USING (document)
    GROUP BY document, statement
),
carriers AS (
    SELECT document, statement, list(name ORDER BY ordinal) AS chain
    FROM ledger.hops SEMI JOIN found USING (document)
    GROUP BY document, statement
)
SELECT found.id, found.document, found.day,
       coalesce(people.speakers, []) AS speakers, coalesce(people.speaker_codes, []) AS speaker_codes,
       found.source, found.speech_act, found.form, found.status, found.cue, found.content,
       coalesce(people.addressees, []) AS addressees, coalesce(people.about, []) AS about,
       coalesce(carriers.chain, []) AS chain, found.time_value, found.parent, found.denies, found.basis,
       found.in_response_to, found.in_title, found.title, found.publisher, found.published, found.url, found.rule
FROM found
LEFT JOIN people ON people.document = found.document AND people.statement = found.id
LEFT JOIN carriers ON carriers.document = found.document AND carriers.statement = found.id
ORDER BY found.day NULLS LAST, found.document, found.ordinal
