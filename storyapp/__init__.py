"""storyapp: write a story and get it illustrated on your own machine."""

__version__ = "0.1.0"
