"""What is left of things and pages that are no more: where they went, what they said, what a page showed once."""
