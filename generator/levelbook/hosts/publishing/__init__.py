"""How a finished site takes the place of the old one, and what it says of itself."""
