"""What the project needs around the package: scoring, benchmarks, builders of data files."""
