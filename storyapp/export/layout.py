"""A story as pages: what is on each, apart from how it looks."""

from __future__ import annotations

from dataclasses import dataclass

from storyapp.story.model import Illustration, Story
from storyapp.story.plan import ScenePlan

COLOPHON = (
    "Written by a person, illustrated on their own computer with storyapp. The pictures were painted by a small "
    "model that its makers trained on drawings of their own."
)
LANGUAGES = {"zh": "zh", "ar": "ar", "he": "he", "ja": "ja"}


@dataclass(frozen=True)
class Page:
    """One scene's page; `caption` describes the picture for those who cannot see it."""

    title: str
    text: str
    picture: Illustration | None = None
    caption: str = ""


@dataclass(frozen=True)
class Book:
    """Everything that is printed."""

    title: str
    author: str
    language: str
    pages: tuple[Page, ...]
    colophon: str = COLOPHON
    size: str = "square"

    @property
    def cover(self) -> Illustration | None:
        """The first picture."""
        return next((page.picture for page in self.pages if page.picture is not None), None)


def lay_out(story: Story) -> Book:
    """One page a scene; scenes with neither words nor picture are left out."""
    pages = tuple(
        Page(scene.title, scene.text, scene.illustration, caption(scene.illustration))
        for scene in story.scenes
        if scene.text.strip() or scene.title.strip() or scene.illustration
    )
    return Book(
        story.title or "Untitled", story.author, story.language, pages, size=story.settings.get("page", "square")
    )


def caption(picture: Illustration | None) -> str:
    """What a picture shows, in words."""
    return describe(picture.plan) if picture else ""


def describe(plan: ScenePlan) -> str:
    """A plan as a sentence, e.g. "In the forest, at night: a fox, walking, happy; a lantern."."""
    place = f"In the {plan.setting}, {plan.time}, {plan.weather}" if plan.setting else "On plain paper"
    parts = []
    for cel in plan.cels:
        doing = [cel.attributes[name] for name in ("pose", "expression") if name in cel.attributes]
        parts.append(", ".join([f"a {cel.concept}", *doing]))
    return f"{place}: {'; '.join(parts)}." if parts else f"{place}."
