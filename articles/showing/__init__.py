"""What the pages of articles, places, people, projects and policies show, one file a subject."""
