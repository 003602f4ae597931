"""How the joint reader is taught and judged (docs/nlu.md)."""
