"""What a message says: read once for every fact, for danger, for questions and for acts. Pure: text in, values out."""
