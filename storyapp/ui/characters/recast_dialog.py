"""Somebody replaced in the pictures of the story: tried first, shown before and after, then kept or not."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from storyapp.jobs.queue import Job
from storyapp.story import edits
from storyapp.story.casting import Role, is_there, recast, roles_of
from storyapp.story.model import Story, find_character
from storyapp.story.request import PaintedCel

from ..icons import picture_icon
from ..painting.composing import Composed, Composing
from ..painting.illustrating import Illustrating
from ..widgets.labels import WrappedLabel
from ..widgets.sizes import fit_into_window
from ..words import filled

SIDE = 116  # pixels of a picture
SCENE, BEFORE, AFTER = range(3)


class RecastDialog(QDialog):
    """Nothing of the story changes before Keep, and then it is one step."""

    def __init__(self, work: Illustrating, character_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.work, self.session, self.store = work, work.session, work.store
        self.was = self.session.story.character(character_id)
        self.setWindowTitle(filled(self.tr("Replace %1 in the pictures"), self.was.name))
        self.painted: dict[Role, PaintedCel] = {}
        self._composing: list[Composing] = []
        self._job: Job | None = None  # what is being tried
        self.by = QComboBox()
        self.by.setAccessibleName(self.tr("Who is painted instead"))
        self.by.addItem(filled(self.tr("%1, as the portrait is now"), self.was.name), self.was.id)
        for one in self.session.story.characters:
            if one.id != self.was.id:
                self.by.addItem(one.name, one.id)
        self.words = QCheckBox(self.tr("Change the name in the words, too"))
        self.rows = self._list()
        self.told = WrappedLabel(objectName="quiet")
        self.twice = WrappedLabel(objectName="quiet", visible=False)
        self.twice.setTextFormat(Qt.TextFormat.PlainText)
        self._unticked: set[Role] = set()  # in whose scenes the chosen one is already
        self.attempt = QPushButton(self.tr("Try"), toolTip=self.tr("Paint it to look at; the story stays as it is"))
        self.keep = QPushButton(self.tr("Keep"), objectName="primary", enabled=False)
        self.keep.setToolTip(self.tr("Take the new pictures into the story, as one step"))
        self.leave = QPushButton(self.tr("Leave it"))
        self._lay_out()
        self.by.currentIndexChanged.connect(lambda _: self._start_anew())
        self.attempt.clicked.connect(self.try_out)
        self.keep.clicked.connect(self._keep)
        self.leave.clicked.connect(self.reject)
        self._start_anew()

    def _list(self) -> QTreeWidget:
        rows = QTreeWidget()
        rows.setAccessibleName(self.tr("Pictures, before and after"))
        rows.setHeaderLabels([self.tr("Scene"), self.tr("Before"), self.tr("After")])
        rows.setRootIsDecorated(False)
        rows.setIconSize(QSize(SIDE, SIDE))
        rows.header().setSectionResizeMode(SCENE, QHeaderView.ResizeMode.Stretch)
        rows.header().setStretchLastSection(False)
        for column in (BEFORE, AFTER):
            rows.setColumnWidth(column, SIDE + 24)
        for role in roles_of(self.session.story, self.was.id):
            scene = self.session.story.scene(role.scene)
            item = QTreeWidgetItem([scene.title or self.tr("Scene")])
            item.setCheckState(SCENE, Qt.CheckState.Checked)
            item.setData(SCENE, Qt.ItemDataRole.UserRole, role)
            item.setSizeHint(BEFORE, QSize(SIDE, SIDE + 12))
            rows.addTopLevelItem(item)
            self._show(self.session.story, role, item, BEFORE)
        return rows

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.attempt)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.keep)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(self.tr("Painted instead:")))
        layout.addWidget(self.by)
        layout.addWidget(self.twice)
        layout.addWidget(self.rows, 1)
        layout.addWidget(self.words)
        layout.addWidget(self.told)
        layout.addLayout(buttons)
        fit_into_window(self, 520, 600)

    def _items(self) -> list[QTreeWidgetItem]:
        found = (self.rows.topLevelItem(row) for row in range(self.rows.topLevelItemCount()))
        return [one for one in found if one is not None]

    def roles(self) -> list[Role]:
        """The roles whose rows are ticked."""
        items = [one for one in self._items() if one.checkState(SCENE) == Qt.CheckState.Checked]
        return [one.data(SCENE, Qt.ItemDataRole.UserRole) for one in items]

    def _start_anew(self) -> None:
        self._stop()
        self.painted = {}
        self.keep.setEnabled(False)
        self.attempt.setEnabled(bool(self._items()))
        self.words.setVisible(self.by.currentData() != self.was.id)
        self.told.setText("" if self._items() else filled(self.tr("%1 is in no picture yet."), self.was.name))
        for item in self._items():
            item.setIcon(AFTER, QIcon())
        self._untick_twice()

    def _untick_twice(self) -> None:
        """Leave out the scenes in which the chosen one is already: nobody is there twice unless a hand says so."""
        story, by = self.session.story, self.by.currentData()
        there = {
            role
            for role in roles_of(story, self.was.id)
            if by != self.was.id and is_there(story, story.scene(role.scene), by)
        }
        for item in self._items():
            role = item.data(SCENE, Qt.ItemDataRole.UserRole)
            if (role in there) != (role in self._unticked):
                item.setCheckState(SCENE, Qt.CheckState.Unchecked if role in there else Qt.CheckState.Checked)
        self._unticked = there
        told = self.tr("%1 is in %2 of these scenes already and would be there twice, so they are not ticked.")
        self.twice.setText(filled(told, self.by.currentText(), len(there)))
        self.twice.setVisible(bool(there))

    def try_out(self) -> None:
        """Paint the ticked roles, to look at."""
        self.attempt.setEnabled(False)
        self.told.setText(self.tr("Painting …"))
        self._job = self.work.rehearse(self.roles(), self.by.currentData())
        self._job.done.connect(self._rehearsed)
        self._job.ended.connect(self._over)

    def _stop(self) -> None:
        """Try no more: it was for somebody who is not chosen any longer, or nobody looks."""
        job, self._job = self._job, None
        if job is not None:
            self.work.queue.cancel(job)

    def _over(self) -> None:
        """It was painted, or failed, which the window tells."""
        if self.sender() is self._job:
            self._job = None
            self.attempt.setEnabled(True)
            self.told.setText(self.told.text() if self.painted else "")

    def done(self, result: int) -> None:
        self._stop()
        super().done(result)

    def _rehearsed(self, painted: dict[Role, PaintedCel]) -> None:
        if self.sender() is not self._job:
            return
        self.painted = painted
        for one in painted.values():
            self.store.keep(one.variant.id, one.picture)
        story = self._recast(self.session.story)
        for item in self._items():
            role = item.data(SCENE, Qt.ItemDataRole.UserRole)
            if role in painted:
                self._show(story, role, item, AFTER)
        self.keep.setEnabled(bool(painted))
        self.told.setText(filled(self.tr("%1 pictures tried."), len(painted)))

    def _recast(self, story: Story) -> Story:
        """The story with the roles that were tried and are still ticked."""
        wanted = {role: self.painted[role].variant for role in self.roles() if role in self.painted}
        character = find_character(story.characters, self.by.currentData())
        return recast(story, wanted, character, self.was, self.words.isChecked()) if character else story

    def _show(self, story: Story, role: Role, item: QTreeWidgetItem, column: int) -> None:
        picture = edits.picture_of(story, role.scene)
        if picture is None or self.store.missing(picture):
            return
        composing = Composing(self.store, self)
        self._composing.append(composing)

        def show(made: Composed) -> None:
            item.setIcon(column, picture_icon(QPixmap.fromImage(made.image)))

        composing.ready.connect(show)
        composing.ask(picture, 2 * SIDE)

    def _keep(self) -> None:
        name = self.by.currentText() if self.by.currentData() != self.was.id else self.was.name
        told = self.tr("Replace %1 by %2") if self.by.currentData() != self.was.id else self.tr("Paint %1 anew")
        for role in self.roles():
            if role in self.painted:
                self.work.keep(self.painted[role].variant.id, self.painted[role].picture)
        self.session.apply(filled(told, self.was.name, name), self._recast)
        self.accept()
