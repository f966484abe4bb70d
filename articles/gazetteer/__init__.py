"""The gazetteer on its way from the fixture files into the database."""
