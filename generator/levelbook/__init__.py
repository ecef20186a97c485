"""Levelbook: from a folder of rubric YAML to the site in which people read what is expected of them."""

__version__ = "0.3.0"
