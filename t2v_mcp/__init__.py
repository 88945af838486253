"""The tools for hosts that prefer MCP: a server that runs them as programs, and nothing else.

It is no part of a skill's bundle: a host that reads SKILL.md runs the tools by itself, and the SDK
that this needs is larger than all of them.
"""
