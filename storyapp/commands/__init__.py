"""The commands: each declares its arguments and runs itself; with cli.py the root that knows desk, engine and training."""
