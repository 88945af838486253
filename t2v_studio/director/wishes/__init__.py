"""From a message about a film to edits: clauses, measures, and one reader for each subject."""
