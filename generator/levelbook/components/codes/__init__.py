"""What codes of indicators stand for, as files that scripts load."""
