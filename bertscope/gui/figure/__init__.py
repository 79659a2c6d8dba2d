"""The classic figure of BERT's input, and its tokens."""
