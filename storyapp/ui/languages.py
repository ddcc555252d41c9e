"""Languages: of the program, with its translations, and of stories."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from storyapp.stage.chinese.chinese_phrases import phrase_in_chinese
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story import casting
from storyapp.story.model import Story
from storyapp.story.newcomers import called
from storyapp.story.plan import COLOUR, CelPlan

from .words import CONCEPTS, WordTranslator, filled

INTERFACES = ("en", "zh")  # with a translation; others are tried for their direction alone
STORIES = ("en", "zh", "ar", "de", "es", "fr", "he", "hi", "it", "ja", "ko", "nl", "pt", "ru")
RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")
_NAMES = {
    "en": "English",
    "zh": "中文",
    "ar": "العربية",
    "de": "Deutsch",
    "es": "Español",
    "fr": "Français",
    "he": "עברית",
    "hi": "हिन्दी",
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


def concept_name(vocabulary: Vocabulary, name: str, category: str = "") -> str:
    """A concept of the model in the language of the program; `category` tells an orange from the colour."""
    if QLocale().language() != QLocale.Language.Chinese:
        return name
    found = (one[name] for key, one in vocabulary.entries.items() if name in one and category in ("", key))
    entry = next(found, None)
    return (entry.zh if entry is not None else "") or QCoreApplication.translate(CONCEPTS, name)


def phrase_words(vocabulary: Vocabulary, phrase: str) -> str:
    """A phrase of the painter in the language of the program."""
    chinese = QLocale().language() == QLocale.Language.Chinese
    return phrase_in_chinese(phrase, vocabulary) if chinese else phrase


def cel_name(vocabulary: Vocabulary, story: Story, cel: CelPlan) -> str:
    """What a cel is called: by the name that the words have for it, else what it is and its colour."""
    if cel.who:
        return casting.name_of(story, cel)
    name, colour = called(story, cel) or concept_name(vocabulary, cel.concept), cel.attributes.get(COLOUR)
    if colour is None:
        return name
    told = QCoreApplication.translate("ThingColours", "%1 %2")  # "red balloon"
    return filled(told, concept_name(vocabulary, colour, "colours"), name)


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
                self._install(app, translator)
        words = self.folder / f"words_{self.language}.json"
        if words.is_file():
            self._install(app, WordTranslator.read(words, app))
        QLocale.setDefault(QLocale(self.language))
        right = self.language in RIGHT_TO_LEFT
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)

    def _install(self, app: QApplication, translator: QTranslator) -> None:
        app.installTranslator(translator)
        self._installed.append(translator)
