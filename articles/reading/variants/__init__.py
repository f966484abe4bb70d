"""Terms that a page writes in two ways."""
