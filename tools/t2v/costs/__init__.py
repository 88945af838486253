"""What requests cost: estimated and limited before, written down, settled by looking."""
