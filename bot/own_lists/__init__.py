"""Lists of an enterprise's own, read in a walled child beside the turns: people with their papers, supplies."""
