"""Calibration: a table of ratings becomes the levels that a grade requires, written into the data folder."""
