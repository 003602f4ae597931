"""The form of the record: the practitioner's, and the pages that a lead edits with."""
