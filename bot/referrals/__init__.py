"""The draft referral and its life: made in the chat, held and decided by a safeguarding lead."""
