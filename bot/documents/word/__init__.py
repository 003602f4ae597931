"""The document as Word, from a template that a partnership may replace."""
