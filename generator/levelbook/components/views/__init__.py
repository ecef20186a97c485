"""The views of a level's or grade's page: its switch, and the differences from others in place."""
