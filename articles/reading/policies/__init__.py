"""Policy documents and who issued them."""
