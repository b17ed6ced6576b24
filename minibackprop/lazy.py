"""Lazy imports: what training does not need is imported on first use, so that `import minibackprop` is fast.

This is also how a network or a training result finds its drawing for a notebook, without depending on the drawings.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MODULE_OF = {
    "CROSS_ENTROPY": "cross_entropy",
    "ColumnError": "tables",
    "Diagnosis": "diagnosis.diagnosis",
    "ExerciseResult": "checking.result",
    "GradientCheck": "gradient_errors",
    "MISTAKES": "diagnosis.mistakes",
    "Mistake": "diagnosis.mistake",
    "Model": "files.model_file",
    "ModelFileError": "files.json_file",
    "OutputError": "files.whole_file",
    "SOFTMAX_CROSS_ENTROPY": "cross_entropy",
    "Plot": "drawing.plot",
    "Slider": "drawing.slider",
    "Standardizer": "standardizer",
    "Table": "tables",
    "TableError": "tables",
    "accuracy": "metrics",
    "check": "checking.check",
    "cost_svg": "drawing.curve_svg",
    "diagnose": "diagnosis.diagnose",
    "diagnose_gradients": "diagnosis.diagnose",
    "diagnose_step": "diagnosis.diagnose",
    "explain": "teaching.explain",
    "gradient_check": "gradient_errors",
    "load_csv": "files.csv_file",
    "load_housing": "housing",
    "load_model": "files.model_file",
    "network_svg": "drawing.network_svg",
    "one_hot": "classification",
    "r_squared": "metrics",
    "root_mean_square_error": "metrics",
    "save_model": "files.model_file",
    "softmax": "cross_entropy",
    "table_from_cells": "table_reading",
    "to_state_dict": "files.state_dict",
    "train_test_split": "tables",
}


def imported(name: str) -> "Any":
    """Import the module that defines this name, and return what the name stands for.

    >>> imported("load_housing")(without=["B"])
    Table(506 rows, 12 features, 1 target)
    """
    package = __name__[: -len(".lazy")]  # "minibackprop", unless it was renamed or put inside another package
    module = __import__(package + "." + MODULE_OF[name], None, None, [name])
    return getattr(module, name)
