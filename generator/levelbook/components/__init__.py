"""What several pages show, as values: each with its macros in `templates/components/`."""
