"""How people write and say days, in six voices, and what each phrase says."""
