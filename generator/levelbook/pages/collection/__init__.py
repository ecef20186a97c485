"""A collection of indicators: an address that shows just these."""
