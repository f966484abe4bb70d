"""What officials do in an article: whom they quote, where they go, with whom."""
