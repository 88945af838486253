"""Observers of a film's sound: each hears every sample once, in order."""
