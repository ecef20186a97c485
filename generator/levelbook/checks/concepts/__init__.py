"""What is asked of concepts, which sequences share."""
