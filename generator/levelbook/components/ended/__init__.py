"""What is left of things that have ended."""
