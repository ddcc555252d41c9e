"""Places: where and when a scene is, in what weather, and what goes on from the scene before."""
