"""THE STAGE: where everything stands in a picture, and how cels become one. numpy, Pillow and OpenCV, no Qt, no torch."""
