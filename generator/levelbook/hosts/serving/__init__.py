"""What both preview servers share: what is wrong, told to the browser over the pages that are there."""
