"""BERT in PyTorch: model, objective, training, checkpoints and probes. No Qt."""
