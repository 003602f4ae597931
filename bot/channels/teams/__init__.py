"""Microsoft Teams: the same guide, spoken to through the Microsoft 365 Agents SDK (docs/teams.md)."""
