"""The routes, one file a subject. Each handler is a few lines: read, ask a part, answer."""
