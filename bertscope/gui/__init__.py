"""The window: Qt and pyqtgraph. No torch."""
