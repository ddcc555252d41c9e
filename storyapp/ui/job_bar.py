"""What is being made: title, progress, time left, cancel; and on the right words and device."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from storyapp.jobs.queue import JobQueue


class JobBar(QWidget):
    """Follows the queue."""

    def __init__(self, queue: JobQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.queue = queue
        self.title = QLabel()
        self.bar = QProgressBar(maximumWidth=220)
        self.bar.setAccessibleName(self.tr("Progress of the job"))
        self.left = QLabel(objectName="quiet")
        self.cancel = QPushButton(self.tr("Cancel all"))
        self.words = QLabel(objectName="quiet")
        self.device = QLabel(self.tr("model not loaded"), objectName="quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 2, 8, 2)
        for widget in (self.title, self.bar, self.left, self.cancel):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self.words)
        layout.addWidget(self.device)
        self.cancel.clicked.connect(queue.cancel_all)
        self._timer = QTimer(self, interval=200)
        self._timer.timeout.connect(self.refresh)
        queue.changed.connect(self.refresh)
        self.refresh()

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
        self.title.setText(job.title + (self.tr(" (%1 more)").replace("%1", str(waiting)) if waiting else ""))
        self.bar.setRange(0, job.of)
        self.bar.setValue(job.step)
        seconds = job.seconds_left()
        self.left.setText("" if seconds is None else self.tr("%1 s left").replace("%1", str(round(seconds) or 1)))
