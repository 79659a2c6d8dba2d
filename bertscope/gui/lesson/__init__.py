"""Lessons: pages of words that set the window, point at it, and look at what the learner did."""
