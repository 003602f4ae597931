"""From the day something happened to the day something is owed. Pure functions: no clock, no network."""
