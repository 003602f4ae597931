"""What a message does in the conversation itself, apart from what it says about a case or asks about the law."""
