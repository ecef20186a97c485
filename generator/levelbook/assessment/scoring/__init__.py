"""The arithmetic of saved assessments: pure, exact, the same as in the page's scripts."""
