"""The lead's inbox: the list, the draft with its reasons, holding it, deciding."""
