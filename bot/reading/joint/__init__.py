"""One network that reads a message together with the question it may answer."""
