"""Weights as several pages show them: the table of a sequence, and badges beside what they weigh."""
