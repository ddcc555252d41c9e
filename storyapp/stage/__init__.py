"""THE STAGE: where everything stands in a picture, and how cels become one. numpy and Pillow only."""
