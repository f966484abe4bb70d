"""Projects: which names are one, their stage, their figures, where they stand."""
