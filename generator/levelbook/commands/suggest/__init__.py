"""The command `levelbook suggest`: what may be raises or hold on, a person's answers, and what is written."""
