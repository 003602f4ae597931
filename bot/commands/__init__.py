"""The commands of `cspr`, one a file."""
