"""Where each head looks."""
