"""The story: its column of scenes, the field they are written in, finding, spelling, earlier versions."""
