"""Observers of a film's frames: each sees every frame once, in order, and keeps only sums."""
