-- The articles of a question with their texts. $documents: their ids.
SELECT id, title, published, publisher, agency, url, text
FROM ledger.documents
WHERE list_contains($documents::VARCHAR[], id)
ORDER BY published NULLS LAST, id
