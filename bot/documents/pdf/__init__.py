"""The document as PDF/UA-1, set by Typst."""
