"""What is done on time and not on request: reminders, escalation, and deleting what is due."""
