"""Bytes become values of the model, with the line and column of every mistake."""
