"""What stands at addresses that releases had and no page of today has."""
