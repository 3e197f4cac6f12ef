-- Commitments with all that later news is held against: patterns, parties with code and country, deadline.
-- $until: known by that day (NULL: all).
WITH people AS (
    SELECT document, commitment,
           list({name: name, code: code, country: country, sector: sector} ORDER BY ordinal)
               FILTER (role = 'bearer') AS bearers,
           list({name: name, code: code, country: country, sector: sector} ORDER BY ordinal)
               FILTER (role = 'beneficiary') AS beneficiaries,
           list({name: name, code: code, country: country, sector: sector} ORDER BY ordinal)
               FILTER (role = 'against') AS against
    FROM ledger.commitment_actors
    GROUP BY document, commitment
)
SELECT commitment.id, commitment.document, commitment.kind, document.published AS day,
       coalesce(people.bearers, []) AS bearers, coalesce(people.beneficiaries, []) AS beneficiaries,
       coalesce(people.against, []) AS against, commitment.action, commitment.trigger, commitment.condition,
       commitment.deadline_day AS deadline, commitment.mutual, commitment.instrument, commitment.treaty, commitment.extent AS words
FROM ledger.commitments AS commitment
JOIN ledger.documents AS document ON document.id = commitment.document
LEFT JOIN people ON people.document = commitment.document AND people.commitment = commitment.id
WHERE $until IS NULL OR document.published IS NULL OR document.published <= $until
ORDER BY document.published NULLS LAST, commitment.document, commitment.ordinal
