"""What is told in a scene: words → ScenePlan. `reader.py` is the way in; the packages are by what is told."""
