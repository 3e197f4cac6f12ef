"""From text to words, sentences, quotations, phrases and clauses; the only room that knows spaCy."""
