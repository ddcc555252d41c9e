"""The way of the keys Tab and F6 through a window: as the parts lie on the page, whatever was made when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QDockWidget, QLayout, QTabWidget, QWidget

from ..widgets.scrolling import show_whole


def stops(window: QWidget, regions: Sequence[QWidget]) -> list[QWidget]:
    """Everything in a window that Tab can reach, region by region, in each as its layouts have it; then the rest.

    What has the focus is among it, even while it is being hidden or disabled: Qt asks then where to go on.
    """
    rows: dict[QWidget, dict[QWidget, int]] = {}

    def way(widget: QWidget) -> tuple[int, ...]:
        """The rows of the widget and of what it is in, from its region inwards."""
        steps: list[int] = []
        while widget not in regions:
            parent = widget.parentWidget()
            if parent is None:
                return (len(regions),)
            if parent not in rows:
                rows[parent] = {one: row for row, one in enumerate(_inside(parent))}
            steps.append(rows[parent].get(widget, 0))
            widget = parent
        return regions.index(widget), *reversed(steps)

    focus = window.focusWidget()
    return sorted((one for one in _chain(window) if one is focus or _is_stop(one)), key=way)


def next_stop(window: QWidget, regions: Sequence[QWidget], forward: bool) -> QWidget | None:
    """Where Tab goes from where the focus is, around at the end; None if there is nowhere to go."""
    found = stops(window, regions)
    if not found:
        return None
    focus = window.focusWidget()
    if focus not in found:
        return found[0 if forward else -1]
    return found[(found.index(focus) + (1 if forward else -1)) % len(found)]


def go_on(window: QWidget, regions: Sequence[QWidget], forward: bool) -> bool:
    """Take the focus to where Tab goes, and scroll it into view; False if there is nowhere to go."""
    left, stop = window.focusWidget(), next_stop(window, regions, forward)
    if stop is None:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    if left is not None and not (left.isVisible() and left.isEnabled()):
        reason = Qt.FocusReason.OtherFocusReason  # nobody pressed Tab, so the words there must not be selected
    stop.setFocus(reason)
    show_whole(stop)
    return True


def go_to_region(window: QWidget, regions: Sequence[QWidget], forward: bool) -> None:
    """Take the focus to the next part of a window, to where it was there last; parts with nothing to reach are left out."""
    focus, count = window.focusWidget(), len(regions)
    here = next(
        (row for row, one in enumerate(regions) if focus is not None and one.isAncestorOf(focus)), -1 if forward else 0
    )
    for step in range(1, count + 1):
        region = regions[(here + (step if forward else -step)) % count]
        if isinstance(region, QDockWidget) and not region.isHidden():
            region.raise_()  # it may lie under another one
        last, found = region.focusWidget(), [one for one in stops(window, [region]) if region.isAncestorOf(one)]
        if found:
            stop = last if last in found else found[0]
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
            show_whole(stop)
            return


def press_focused(window: QWidget, event: QKeyEvent) -> bool:
    """Enter presses the button that has the focus, as it does in dialogs; whether it was so."""
    button = window.focusWidget()
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not isinstance(button, QAbstractButton):
        return False
    button.click()
    return True


def _chain(window: QWidget) -> Iterator[QWidget]:
    """Every widget of a window in Qt's own order, that in which they were made."""
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        yield widget
        widget = widget.nextInFocusChain()


def _is_stop(widget: QWidget) -> bool:
    takes = (widget.focusPolicy() & Qt.FocusPolicy.TabFocus) == Qt.FocusPolicy.TabFocus
    return takes and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _inside(parent: QWidget) -> list[QWidget]:
    """What is in a widget, in the order of its layout, or, if it lays out by itself, as it was put there."""
    layout = parent.layout()
    # PySide may give an item that was deleted in place of the layout that was made where it had been.
    if not isinstance(layout, QLayout) and not isinstance(parent, QTabWidget):
        return [one for one in parent.children() if isinstance(one, QWidget)]
    return list(_laid_out(layout))


def _laid_out(layout: QLayout | None) -> Iterator[QWidget]:
    """The widgets of a layout and of the layouts in it, in order."""
    if not isinstance(layout, QLayout):
        return
    for row in range(layout.count()):
        item = layout.itemAt(row)
        if item is not None and (widget := item.widget()) is not None:
            yield widget
        elif item is not None:
            yield from _laid_out(item.layout())
