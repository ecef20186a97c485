"""Suggestions and advice."""
