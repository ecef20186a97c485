"""Rules about translations and the words of the glossary."""
