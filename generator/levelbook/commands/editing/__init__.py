"""What the commands do that change a handbook: move, retire, split, merge, undo; values in, values out."""
