"""Benchmarks: `make bench`. Each prints a table; docs/performance.md says what was seen, and where."""
