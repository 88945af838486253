"""What `doctor` looks at: one subject a module, one row of `table` a check. Standard library only.

A check must work where everything else does not: packages missing, folders broken, no network.
"""
