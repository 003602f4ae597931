"""What a referral's document says, whatever form it takes: gathered once, written as Word, PDF or JSON."""
