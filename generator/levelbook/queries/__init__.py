"""Questions about a handbook, answered by values of the model: no words, no addresses, no HTML."""
