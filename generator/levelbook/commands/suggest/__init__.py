"""The command `levelbook suggest raises`: pairs that may be raises, a person's answers, and what is written."""
