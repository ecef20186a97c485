"""The command `levelbook courses`: what courses cover, as a table for spreadsheets, out and in again."""
