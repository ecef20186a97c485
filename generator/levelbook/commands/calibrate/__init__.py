"""The command `levelbook calibrate`: a table of ratings becomes the levels that a grade requires."""
