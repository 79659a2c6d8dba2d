"""The room of fine-tuning: what is trained, what a fine-tuned model answers, how well it does."""
