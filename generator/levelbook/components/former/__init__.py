"""What is left of addresses that are no more: where they lead, and what a page showed once."""
