"""Everything that is being made or waits: in order, each with its progress, to move and to cancel."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from storyapp.jobs.queue import Job, JobQueue

WIDTH, HEIGHT = 440, 300  # pixels


class JobRow(QWidget):
    """One job; the buttons move and cancel it."""

    moved = Signal(int)
    cancelled = Signal()

    def __init__(self, job: Job, waits: bool) -> None:
        super().__init__()
        self.job = job
        self.title = QLabel(job.title)
        self.bar = QProgressBar(maximumWidth=110)
        self.bar.setAccessibleName(job.title)
        self.earlier = self._button("↑", self.tr("Earlier"), lambda: self.moved.emit(-1))
        self.later = self._button("↓", self.tr("Later"), lambda: self.moved.emit(1))
        self.cancel = self._button("✕", self.tr("Cancel this one"), self.cancelled.emit)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 1, 2, 1)
        layout.addWidget(self.title, 1)
        layout.addWidget(self.bar)
        for button in (self.earlier, self.later, self.cancel):
            layout.addWidget(button)
        self.bar.setVisible(not waits)
        for button in (self.earlier, self.later):
            button.setEnabled(waits)
        self.show_progress()

    def _button(self, words: str, told: str, do: object) -> QToolButton:
        button = QToolButton(text=words, toolTip=told)
        button.setAccessibleName(f"{told}: {self.job.title}")
        button.clicked.connect(lambda: do())  # type: ignore[operator]
        return button

    def show_progress(self) -> None:
        """Show how far the job is; a bar that runs to and fro before its first step."""
        self.bar.setRange(0, self.job.of)
        self.bar.setValue(self.job.step)


class JobList(QFrame):
    """A panel above the job bar; Escape closes it."""

    def __init__(self, queue: JobQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("card")
        self.setAccessibleName(self.tr("Jobs"))
        self.queue = queue
        self.rows: list[JobRow] = []
        self._shown: tuple[list[Job], Job | None] = ([], None)
        inside = QWidget(objectName="column")
        self._column = QVBoxLayout(inside)
        self._column.addStretch(1)
        self.empty = QLabel(self.tr("Nothing is being made."), objectName="quiet")
        self.cancel_all = QPushButton(self.tr("Cancel all"))
        self.cancel_all.setToolTip(self.tr("Stop everything that is being made or waits"))
        self.cancel_all.clicked.connect(queue.cancel_all)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.addWidget(self.empty)
        layout.addWidget(scroll, 1)
        layout.addWidget(self.cancel_all)
        self.resize(WIDTH, HEIGHT)
        queue.changed.connect(self.refresh)

    def open_above(self, widget: QWidget) -> None:
        """Show the list above a widget."""
        self.move(widget.mapToGlobal(QPoint(0, -self.height() - 4)))
        self.show()
        self.refresh()
        self.cancel_all.setFocus()

    def refresh(self) -> None:
        """Bring the rows in line with the queue, if somebody looks."""
        if self.isHidden():
            return
        jobs = self.queue.jobs
        if (jobs, self.queue.current) != self._shown:
            self._shown = (jobs, self.queue.current)
            self._fill(jobs)
        for row in self.rows:
            row.show_progress()

    def _fill(self, jobs: list[Job]) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for index, job in enumerate(jobs):
            row = JobRow(job, waits=job is not self.queue.current)
            row.moved.connect(lambda by, job=job: self.queue.move(job, by))
            row.cancelled.connect(lambda job=job: self.queue.cancel(job))
            self.rows.append(row)
            self._column.insertWidget(index, row)
        self.empty.setVisible(not jobs)
        self.cancel_all.setEnabled(bool(jobs))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
