"""What is being made: title, progress, time left, cancel; and on the right words and device."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from storyapp.jobs.queue import JobQueue

from ..widgets.elided import ElidedButton, ElidedLabel
from ..words import filled
from .job_list import JobList


class JobBar(QWidget):
    """Follows the queue."""

    def __init__(self, queue: JobQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.queue = queue
        self.title = ElidedButton(objectName="chip")
        self.title.setAccessibleName(self.tr("Jobs"))
        self.title.setToolTip(self.tr("Show all jobs: to reorder them, or to cancel one"))
        self.list = JobList(queue, self)
        self.title.clicked.connect(lambda: self.list.open_above(self.title))
        self.bar = QProgressBar(maximumWidth=220)
        self.bar.setAccessibleName(self.tr("Progress of the job"))
        self.left = QLabel(objectName="quiet")
        self.cancel = QPushButton(self.tr("Cancel all"))
        self.cancel.setToolTip(self.tr("Stop everything that is being made or waits"))
        self.saved = QLabel(objectName="quiet", visible=False)  # whether the story is on the disk
        self.words = ElidedLabel(objectName="quiet")
        self.device = ElidedLabel(objectName="quiet")
        self.line = QLabel("·", objectName="quiet", visible=False)  # between the two
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 2, 8, 2)
        for widget in (self.title, self.bar, self.left, self.cancel):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self.saved)
        layout.addWidget(self.words)
        layout.addWidget(self.line)
        layout.addWidget(self.device)
        self.cancel.clicked.connect(queue.cancel_all)
        self._timer = QTimer(self, interval=200)
        self._timer.timeout.connect(self.refresh)
        queue.changed.connect(self.refresh)
        self.refresh()

    def tell_engine(self, words: str) -> None:
        """Say on what pictures are painted, or what is wrong; nothing while nobody has painted yet."""
        self.device.setText(words)
        self.line.setVisible(bool(words))

    def tell_saved(self, words: str) -> None:
        """Say whether the story is on the disk; nothing where it is in no file."""
        self.saved.setText(f"{words}  ·" if words else "")
        self.saved.setVisible(bool(words))

    def refresh(self) -> None:
        """Show the running job, or nothing."""
        jobs = self.queue.jobs
        for widget in (self.title, self.bar, self.left, self.cancel):
            widget.setVisible(bool(jobs))
        if not jobs:
            self._timer.stop()
            return
        self._timer.start()
        job = jobs[0]
        waiting = len(jobs) - 1
        self.title.setText(job.title + (filled(self.tr(" (%1 more)"), waiting) if waiting else ""))
        self.bar.setRange(0, job.of)
        self.bar.setValue(job.step)
        self.left.setText(self._time_left())
        if self.list.isVisible():
            self.list.refresh()

    def _time_left(self) -> str:
        """How long all of it will take, as far as it is known."""
        seconds = self.queue.seconds_left()
        if seconds is None:
            return ""
        if seconds < 90:
            return filled(self.tr("%1 s left"), round(seconds) or 1)
        return filled(self.tr("%1 min left"), round(seconds / 60))
