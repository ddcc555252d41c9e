"""Scenes in Chinese: read by tables, without a net."""
