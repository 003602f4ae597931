"""Sign-in for leads: single-use links by e-mail, and the sessions that they open."""
