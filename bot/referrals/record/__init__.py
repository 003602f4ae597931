"""The draft referral record: what it asks, what of it is needed, and every version of it."""
