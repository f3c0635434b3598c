"""The stacks of the system; `system.py` says how they hang together."""
