"""The JSON Schema that editors check and complete with: what every file may hold, and which ids this handbook has."""
