"""Two models side by side: what B says, how it differs from A, and what can't be compared."""
