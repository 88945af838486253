"""The verbs, one a file. Each tells its story and handles no errors."""
