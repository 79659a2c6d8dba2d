"""What the model says: at each T_i, at C, and what that costs."""
