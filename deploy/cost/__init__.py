"""What the system costs in a month, counted from its templates."""
