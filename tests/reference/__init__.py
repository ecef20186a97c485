"""What only tests need: the same arithmetic once more, to hold scripts against."""
