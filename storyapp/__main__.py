"""`python -m storyapp`."""

from storyapp.cli import main

main()
