"""A page cut into articles and furniture: lines labelled, borders and headlines weighed, one division for the whole page."""
