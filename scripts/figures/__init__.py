"""The figures in the README's performance section, each measured against its limit."""
