"""The bodies of the commands; with cli.py the root that knows both engine and training."""
