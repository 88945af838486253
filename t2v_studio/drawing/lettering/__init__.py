"""Lettering: text of any script becomes shapes; fonts, writing directions, ligatures, emoji."""
