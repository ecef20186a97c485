"""What could be said of a handbook that no rule can decide: likely raises, and wording that is worth another look."""
