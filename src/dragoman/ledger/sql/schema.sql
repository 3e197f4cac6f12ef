-- The tables of the ledger; docs/reference/ledger.md says what stands in each column.
-- DuckLake has no primary keys: `Ledger.add` looks, inside its transaction, for what is there already.

CREATE TABLE IF NOT EXISTS ledger.schema_version (version INTEGER);

-- Where everything comes from

CREATE TABLE IF NOT EXISTS ledger.runs (
    id VARCHAR, started TIMESTAMP, version VARCHAR, data_sha256 VARCHAR, model VARCHAR, fingerprint VARCHAR
);

CREATE TABLE IF NOT EXISTS ledger.documents (
    id VARCHAR, run VARCHAR, fingerprint VARCHAR, read_at TIMESTAMP,
    title VARCHAR, published DATE, published_at VARCHAR, published_from VARCHAR,
    publisher VARCHAR, agency VARCHAR, byline VARCHAR, place VARCHAR, language VARCHAR,
    url VARCHAR, origin VARCHAR, raw_sha256 VARCHAR, text VARCHAR, reading VARCHAR
);

CREATE TABLE IF NOT EXISTS ledger.rejects (
    run VARCHAR, source VARCHAR, code VARCHAR, message VARCHAR, refused_at TIMESTAMP
);

CREATE TABLE IF NOT EXISTS ledger.notes (
    document VARCHAR, ordinal INTEGER, code VARCHAR, message VARCHAR,
    words VARCHAR, start_char INTEGER, end_char INTEGER
);

-- What is mentioned

CREATE TABLE IF NOT EXISTS ledger.actor_mentions (
    document VARCHAR, ordinal INTEGER, words VARCHAR, start_char INTEGER, end_char INTEGER,
    actor VARCHAR, code VARCHAR, country VARCHAR, sector VARCHAR, name VARCHAR, label VARCHAR,
    office VARCHAR, wikidata VARCHAR, rule VARCHAR
);

CREATE TABLE IF NOT EXISTS ledger.time_mentions (
    document VARCHAR, ordinal INTEGER, words VARCHAR, start_char INTEGER, end_char INTEGER,
    type VARCHAR, value VARCHAR, first_day DATE, last_day DATE, granularity VARCHAR, anchor DATE, rule VARCHAR
);

CREATE TABLE IF NOT EXISTS ledger.place_mentions (
    document VARCHAR, ordinal INTEGER, words VARCHAR, start_char INTEGER, end_char INTEGER,
    name VARCHAR, country VARCHAR, admin1 VARCHAR, latitude DOUBLE, longitude DOUBLE, rule VARCHAR
);

CREATE TABLE IF NOT EXISTS ledger.treaty_mentions (
    document VARCHAR, ordinal INTEGER, words VARCHAR, start_char INTEGER, end_char INTEGER,
    treaty VARCHAR, rule VARCHAR
);

-- What was said

CREATE TABLE IF NOT EXISTS ledger.statements (
    document VARCHAR, ordinal INTEGER, id VARCHAR, speech_act VARCHAR, form VARCHAR, status VARCHAR,
    source VARCHAR, cue VARCHAR, content VARCHAR, time_value VARCHAR, first_day DATE, last_day DATE,
    parent VARCHAR, denies VARCHAR, basis VARCHAR, in_response_to VARCHAR, in_title BOOLEAN, rule VARCHAR
);

CREATE TABLE IF NOT EXISTS ledger.statement_actors (
    document VARCHAR, statement VARCHAR, role VARCHAR, ordinal INTEGER, actor VARCHAR, code VARCHAR,
    country VARCHAR, sector VARCHAR, name VARCHAR, label VARCHAR, office VARCHAR,
    words VARCHAR, start_char INTEGER, end_char INTEGER
);

CREATE TABLE IF NOT EXISTS ledger.hops (
    document VARCHAR, statement VARCHAR, ordinal INTEGER, kind VARCHAR, actor VARCHAR, code VARCHAR,
    country VARCHAR, sector VARCHAR, name VARCHAR, label VARCHAR, office VARCHAR,
    words VARCHAR, start_char INTEGER, end_char INTEGER, cue VARCHAR, time_value VARCHAR
);

-- What was done

CREATE TABLE IF NOT EXISTS ledger.event_mentions (
    document VARCHAR, ordinal INTEGER, id VARCHAR, type VARCHAR, plover_type VARCHAR, quad VARCHAR, mode VARCHAR,
    polarity VARCHAR, modality VARCHAR, tense VARCHAR, status VARCHAR, trigger VARCHAR, extent VARCHAR,
    time_value VARCHAR, first_day DATE, last_day DATE,
    place VARCHAR, country VARCHAR, admin1 VARCHAR, latitude DOUBLE, longitude DOUBLE,
    intensity DOUBLE, confidence DOUBLE, parent VARCHAR, statement VARCHAR,
    presupposed BOOLEAN, in_title BOOLEAN, rule VARCHAR
);

CREATE TABLE IF NOT EXISTS ledger.event_actors (
    document VARCHAR, event VARCHAR, role VARCHAR, ordinal INTEGER, actor VARCHAR, code VARCHAR,
    country VARCHAR, sector VARCHAR, name VARCHAR, label VARCHAR, office VARCHAR,
    words VARCHAR, start_char INTEGER, end_char INTEGER
);

CREATE TABLE IF NOT EXISTS ledger.event_contexts (
    document VARCHAR, event VARCHAR, ordinal INTEGER, name VARCHAR,
    words VARCHAR, start_char INTEGER, end_char INTEGER
);

CREATE TABLE IF NOT EXISTS ledger.event_counts (
    document VARCHAR, event VARCHAR, ordinal INTEGER, kind VARCHAR, number BIGINT,
    words VARCHAR, start_char INTEGER, end_char INTEGER
);

-- What is promised, threatened, owed

CREATE TABLE IF NOT EXISTS ledger.commitments (
    document VARCHAR, ordinal INTEGER, id VARCHAR, kind VARCHAR, status VARCHAR, cue VARCHAR, extent VARCHAR,
    action VARCHAR, condition VARCHAR, trigger VARCHAR, deadline_value VARCHAR, deadline_day DATE,
    instrument VARCHAR, treaty VARCHAR, mutual BOOLEAN, statement VARCHAR, rule VARCHAR
);

CREATE TABLE IF NOT EXISTS ledger.commitment_actors (
    document VARCHAR, commitment VARCHAR, role VARCHAR, ordinal INTEGER, actor VARCHAR, code VARCHAR,
    country VARCHAR, sector VARCHAR, name VARCHAR, label VARCHAR, office VARCHAR,
    words VARCHAR, start_char INTEGER, end_char INTEGER
);

-- The exact words that statements, events and commitments rest on

CREATE TABLE IF NOT EXISTS ledger.passages (
    document VARCHAR, record VARCHAR, role VARCHAR, ordinal INTEGER,
    words VARCHAR, start_char INTEGER, end_char INTEGER
);
