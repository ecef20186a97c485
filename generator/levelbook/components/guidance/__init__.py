"""What the handbook adds of its own: said as ours wherever it stands, and never counted."""
