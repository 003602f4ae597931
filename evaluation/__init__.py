"""How well the guide understands people: `make eval`. Nothing here is ever trained on."""
