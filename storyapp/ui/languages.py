"""Languages: of the program, with its translations, and of stories."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from storyapp.stage.vocabulary import Vocabulary

INTERFACES = ("en", "zh")  # with a translation; others are tried for their direction alone
STORIES = ("en", "zh", "ar", "de", "es", "fr", "it", "ja", "ko", "nl", "pt", "ru")
RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")
_NAMES = {
    "en": "English",
    "zh": "中文",
    "ar": "العربية",
    "de": "Deutsch",
    "es": "Español",
    "fr": "Français",
    "it": "Italiano",
    "ja": "日本語",
    "ko": "한국어",
    "nl": "Nederlands",
    "pt": "Português",
    "ru": "Русский",
}
_QT = {"zh": "qtbase_zh_CN", "ar": "qtbase_ar"}


def name_of(code: str) -> str:
    """The name of a language in itself."""
    return _NAMES.get(code, code)


def interface_of(wanted: str) -> str:
    """The language of the program: the wanted one, or the system's if there is a translation, or English."""
    code = wanted or QLocale.system().name()[:2]
    return code if code in INTERFACES else "en"


def concept_name(vocabulary: Vocabulary, name: str) -> str:
    """A concept of the model in the language of the program, if the vocabulary has a word for it."""
    if QLocale().language() != QLocale.Language.Chinese:
        return name
    return next((one[name].zh for one in vocabulary.entries.values() if name in one and one[name].zh), name)


class Translations:
    """The translators that are installed; one object a program."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.language = "en"
        self._installed: list[QTranslator] = []

    def use(self, app: QApplication, wanted: str) -> None:
        """Speak a language from now on; windows that are open must be made again."""
        self.language = wanted if wanted in RIGHT_TO_LEFT else interface_of(wanted)
        for one in self._installed:
            app.removeTranslator(one)
        self._installed = []
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, where in ((_QT.get(self.language, ""), qt), (f"storyapp_{self.language}", str(self.folder))):
            translator = QTranslator(app)
            if name and translator.load(name, where):
                app.installTranslator(translator)
                self._installed.append(translator)
        QLocale.setDefault(QLocale(self.language))
        right = self.language in RIGHT_TO_LEFT
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
