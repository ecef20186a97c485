"""Forms as sheets of paper: their fields, their rows, and how both stand on the sheet."""
