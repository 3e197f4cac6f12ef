"""From clauses and events to obligations, promises, threats and their conditions."""
