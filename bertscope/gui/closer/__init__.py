"""A closer look: one vector, every layer, maps of many vectors."""
