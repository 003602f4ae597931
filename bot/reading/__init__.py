"""Reading a message: pure functions of its text, of what was told so far, and of today."""
