"""Scores from answers: exact arithmetic, half up on output only; the page's script is held to the same golden cases."""
