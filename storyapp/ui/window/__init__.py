"""Around the story: menus, files, what is being made, what is told."""
