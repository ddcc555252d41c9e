"""How the next pictures are painted: seed, steps, guidance, temperature, folded away."""

from __future__ import annotations

from PySide6.QtWidgets import QDoubleSpinBox, QFormLayout, QGroupBox, QSpinBox, QVBoxLayout, QWidget

from storyapp.story.request import Options

from ..painting.work import Work


class AdvancedBox(QGroupBox):
    """Folded until its box is ticked; what is set there counts for the next paintings."""

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.work = work
        self.setTitle(self.tr("Advanced, for the next paintings"))
        self.setCheckable(True)
        self.setChecked(False)
        self.seed = QSpinBox(maximum=999_999)
        self.seed.setSpecialValueText(self.tr("another one each time"))
        self.steps = QSpinBox(minimum=1, maximum=64, value=Options().steps)
        self.guidance = QDoubleSpinBox(minimum=1, maximum=10, value=Options().guidance, singleStep=0.5)
        self.temperature = QDoubleSpinBox(maximum=2, value=Options().temperature, singleStep=0.1)
        inside = QWidget()
        form = QFormLayout(inside)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for words, told, field in (
            (self.tr("Seed"), self.tr("The same seed and words give the same picture."), self.seed),
            (self.tr("Steps"), self.tr("More steps take longer."), self.steps),
            (self.tr("Guidance"), self.tr("How closely the picture follows the words."), self.guidance),
            (self.tr("Temperature"), self.tr("How surprising the picture may be."), self.temperature),
        ):
            field.setAccessibleName(words)
            field.setToolTip(told)
            field.valueChanged.connect(lambda _: self._take_options())
            form.addRow(words, field)
        layout = QVBoxLayout(self)
        layout.addWidget(inside)
        inside.setVisible(False)
        self.toggled.connect(inside.setVisible)

    def _take_options(self) -> None:
        self.work.seed = self.seed.value() or None
        self.work.options = Options(self.steps.value(), self.temperature.value(), self.guidance.value())
