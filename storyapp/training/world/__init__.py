"""The picture-book world that we draw ourselves: concept → drawing, captions and labels."""
