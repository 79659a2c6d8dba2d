"""Words become ids, pairs and masks, and a corpus becomes pairs to train on. No torch, no Qt."""
