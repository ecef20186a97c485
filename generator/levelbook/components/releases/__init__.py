"""What several pages say of releases: what has changed, what has ended, what is to come."""
