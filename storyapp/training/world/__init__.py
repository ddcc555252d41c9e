"""The picture-book world that we draw ourselves: concept → drawing, and what is labelled on it."""
