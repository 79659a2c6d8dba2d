"""Which language the window speaks."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from bertscope.places import resources

LANGUAGES = {"en": "English", "de": "Deutsch", "zh": "中文"}
"""Those there are, each by its own name."""
_QT = {"de": "qtbase_de", "zh": "qtbase_zh_CN"}
"""Qt's own words, as on the buttons of its dialogs."""


def system_language() -> str:
    """The first of the user's languages that there is; English where there is none."""
    return first_of(QLocale.system().uiLanguages())


def first_of(names: Iterable[str]) -> str:
    """The first that there is of languages such as ``zh-Hans-CN``; English where there is none."""
    spoken = (name.split("-")[0] for name in names)
    return next((name for name in spoken if name in LANGUAGES), "en")


def speak(language: str) -> None:
    """Let what is shown from now on be in a language; one that there isn't is English."""
    application = QCoreApplication.instance()
    assert application is not None
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
        translator.setParent(None)
    if language == "en" or language not in LANGUAGES:
        return
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for file in (qt / f"{_QT[language]}.qm", compiled(language)):
        translator = QTranslator(application)
        if translator.load(str(file)):
            application.installTranslator(translator)


def spoken() -> str:
    """The language in use."""
    application = QCoreApplication.instance()
    names = [t.language() for t in application.findChildren(QTranslator)] if application else []
    return next((n.split("_")[0] for n in names if n.split("_")[0] in LANGUAGES), "en")


def compiled(language: str) -> Path:
    """What Qt reads."""
    return source(language).with_suffix(".qm")


@cache
def source(language: str) -> Path:
    """What people and Qt's Linguist write."""
    return resources() / "translations" / f"bertscope_{language}.ts"
