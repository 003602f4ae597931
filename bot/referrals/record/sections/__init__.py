"""The groups of the record, one a file."""
