"""Editor's notes, collected, and the open questions among them as a table."""
