"""For who is new here: the tour, its invitation, and what each view is."""
