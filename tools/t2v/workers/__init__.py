"""Work that outlives the command: a process of its own for each chat, render or film."""
