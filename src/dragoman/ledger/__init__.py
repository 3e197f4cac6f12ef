"""From Readings to the ledger: a folder of Parquet with a SQLite catalog."""
