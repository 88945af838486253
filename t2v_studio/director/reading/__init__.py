"""From words to a scene: spans of known words, then nouns, deeds, the setting, and the whole."""
