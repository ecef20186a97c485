"""The page with the calibrations of required levels."""
