"""The director: from chat messages to an edit list to a film; pure, no clock, no files."""
