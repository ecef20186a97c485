"""Writes into YAML files by position and changes nothing else by a byte."""
