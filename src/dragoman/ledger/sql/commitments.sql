-- Commitments with who is bound, to whom and against whom, oldest first. Their day is the page's: when it was known.
-- $by: bearer, $about: beneficiary or adversary, $type: kind. Their status is found by later events (`Ledger.commitments`).
WITH found AS (
    SELECT commitment.*, document.published, document.title, document.publisher, document.url
    FROM ledger.commitments AS commitment
    JOIN ledger.documents AS document ON document.id = commitment.document
    WHERE ($type IS NULL OR commitment.kind = $type)
      AND ($since IS NULL OR document.published >= $since)
      AND ($until IS NULL OR document.published <= $until)
      AND ($by IS NULL OR EXISTS (
          SELECT 1 FROM ledger.commitment_actors AS who
          WHERE who.document = commitment.document AND who.commitment = commitment.id AND who.role = 'bearer'
            AND memory.main.is_actor($by, who.actor, who.code, who.country, who.name, who.label)))
      AND ($about IS NULL OR EXISTS (
          SELECT 1 FROM ledger.commitment_actors AS who
          WHERE who.document = commitment.document AND who.commitment = commitment.id AND who.role <> 'bearer'
            AND memory.main.is_actor($about, who.actor, who.code, who.country, who.name, who.label)))
),
people AS (
    SELECT document, commitment,
           list(name ORDER BY ordinal) FILTER (role = 'bearer') AS bearers,
           list(code ORDER BY ordinal) FILTER (role = 'bearer') AS bearer_codes,
           list(name ORDER BY ordinal) FILTER (role = 'beneficiary') AS beneficiaries,
           list(name ORDER BY ordinal) FILTER (role = 'against') AS against
    FROM ledger.commitment_actors SEMI JOIN found USING (document)
    GROUP BY document, commitment
)
SELECT found.id, found.document, found.published AS day, found.kind, found.status,
       coalesce(people.bearers, []) AS bearers, coalesce(people.bearer_codes, []) AS bearer_codes,
       coalesce(people.beneficiaries, []) AS beneficiaries, coalesce(people.against, []) AS against,
       found.cue, found.extent, found.action, found.condition, found.trigger, found.deadline_value,
       found.deadline_day, found.instrument, found.treaty, found.mutual, found.statement, found.title, found.publisher,
       found.published, found.url, found.rule
FROM found
LEFT JOIN people ON people.document = found.document AND people.commitment = found.id
ORDER BY found.published NULLS LAST, found.document, found.ordinal
