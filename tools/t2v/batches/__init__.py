"""Batches: a table or a folder becomes a video a row, through kills, limits and slow services."""
