"""The printed lines of a page: repaired and measured, with what each says about itself: datelines, bylines, mastheads, the column."""
