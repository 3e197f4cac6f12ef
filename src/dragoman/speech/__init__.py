"""From clauses to statements and the chains of those who passed them on."""
