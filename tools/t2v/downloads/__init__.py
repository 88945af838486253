"""A finished film on its way here: fetched in pieces, checked, put in its place whole."""
