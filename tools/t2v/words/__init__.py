"""How a person's words become a decision: what is said, in which language, in which classes.

Read in this order: `mentions` (what is named or quoted), `languages`, `vocabulary` (words to
classes), `grammar` (classes to acts). Standard library only, and read anew by every `route.py`.
"""
