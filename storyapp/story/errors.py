"""Every error that storyapp raises on purpose, in one tree.

StoryAppError
├── InputError            what was typed or given cannot be used
│   ├── EmptyStoryError   there is nothing to illustrate
│   ├── TextTooLongError  a scene is longer than the program takes
│   └── PictureError      a file is not a picture that can be used
├── StoryFileError        a .story file cannot be used
│   ├── NotAStoryError    another kind of file
│   ├── DamagedStoryError the integrity check failed
│   ├── NewerStoryError   written by a newer storyapp
│   └── ReadOnlyStoryError  open elsewhere, or the folder cannot be written
├── ModelError            the picture model cannot be used
│   ├── ModelMissingError  no such folder or file
│   └── ModelDamagedError  truncated, wrong hash, wrong shapes
├── ExportError           the finished book could not be written
├── DeviceError           the chosen device is not there, or ran out of memory
└── TrainingError         a training tool or its data is missing

The message of each is one sentence that says what to do; it reaches the user as it stands.
"""


class StoryAppError(Exception):
    """Base of all; catch this at the roots and show `str(error)`."""


class InputError(StoryAppError):
    """What was typed or given cannot be used."""


class EmptyStoryError(InputError):
    """There is nothing to illustrate or export."""


class TextTooLongError(InputError):
    """A scene is longer than the program takes."""


class PictureError(InputError):
    """A file is not a picture that can be used."""


class StoryFileError(StoryAppError):
    """A .story file cannot be used."""


class NotAStoryError(StoryFileError):
    """The file is of another kind."""


class DamagedStoryError(StoryFileError):
    """The integrity check of the file failed."""


class NewerStoryError(StoryFileError):
    """The file was written by a newer version of the program."""


class ReadOnlyStoryError(StoryFileError):
    """The file is open elsewhere, or it may not be written."""


class ModelError(StoryAppError):
    """The picture model cannot be used."""


class ModelMissingError(ModelError):
    """The model's folder or one of its files is not there."""


class ModelDamagedError(ModelError):
    """The model's files are truncated, altered or of the wrong shapes."""


class ExportError(StoryAppError):
    """The finished book could not be written."""


class DeviceError(StoryAppError):
    """The chosen device is not there, or ran out of memory."""


class TrainingError(StoryAppError):
    """A training tool or its data is missing."""
