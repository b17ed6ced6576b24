"""What the command `check` does: it grades files, shows the result in a form, watches them, or reports on a class."""

import argparse
import hashlib
import math
import os
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Dict, List, Optional

from ..grading.class_report import ClassReport
from ..grading.class_report_files import report_csv, report_json
from ..grading.class_report_svg import report_svg
from ..grading.class_report_text import report_text
from ..grading.formats import FORMATS
from ..grading.graded import Graded
from ..grading.grades import grades_csv
from ..grading.handed_in import ENDINGS, assigned_numbers, files_in
from ..grading.source import NotReadable
from ..grading.text import as_text
from ..grading.vpl import as_vpl
from ..lesson_forms.formula import in_ascii
from .failure import FAILED
from .graded_files import Grading
from .output_file import check_output_file, deliver
from .parser import UsageError
from .terminal import Terminal

SECONDS_BETWEEN_LOOKS = 0.3
AT_A_TIME = 2


def show_checked(options: argparse.Namespace, terminal: Terminal) -> int:
    """Grade the files and show the result; return the exit status, 0 only if everything passes."""
    if options.hint > 3:
        raise UsageError(f"--hint is {options.hint}, but must be 1 (a question), 2 (the rule) or 3 (the mistake)")
    assigned = None if options.exercises is None else assigned_numbers(options.exercises)
    if options.output is not None:
        check_output_file(options.output, options.force)
    options.paths = options.paths or ["."]
    is_class = options.report or options.grades
    grading = Grading(assigned, _seed_of(options.seed), options.timeout, has_helpers=not is_class)
    if is_class:
        return _show_class(grading, options, terminal)
    if options.format not in FORMATS:
        raise UsageError(f"--format {options.format} needs --report")
    if options.watch:
        _watch(grading, options, terminal)
        return 0
    return _show(grading.graded(options.paths), options, terminal)


def _seed_of(secret: Optional[str]) -> Optional[int]:
    if secret is None:
        return None
    digest = hashlib.sha256(secret.encode("utf-8", "surrogateescape")).digest()
    return int.from_bytes(digest[:8], "big")


def _show(graded: Graded, options: argparse.Namespace, terminal: Terminal) -> int:
    """Print the result, or write it to a file."""
    if options.format == "text" and options.output is None:
        text = as_text(graded, options.hint, options.hidden).rstrip("\n")
        terminal.show(terminal.fit(terminal.spell(text if terminal.unicode else in_ascii(text))))
    elif options.format == "vpl":
        least, most = _number_in("VPL_GRADEMIN", 0.0), _number_in("VPL_GRADEMAX", 100.0)
        deliver(as_vpl(graded, options.hint, options.hidden, most, least), options, terminal)
    else:
        deliver(FORMATS[options.format](graded, options.hint, options.hidden), options, terminal)
    return 0 if graded.passed else FAILED


def _number_in(variable: str, otherwise: float) -> float:
    """The number in an environment variable of the grader."""
    try:
        number = float(os.environ.get(variable, ""))
    except ValueError:
        return otherwise
    return number if math.isfinite(number) else otherwise


def _watch(grading: Grading, options: argparse.Namespace, terminal: Terminal) -> None:
    """Check whenever a file has changed, until Ctrl-C."""
    seen: Optional[Dict[str, float]] = None
    try:
        while True:
            now = _times_of_change(options.paths)
            if now != seen:
                seen = now
                terminal.show(terminal.heading(time.strftime("%H:%M:%S")) + "\n")
                _show(grading.graded(options.paths), options, terminal)
                terminal.show("\n" + terminal.fill("Watching: save a file to check again, Ctrl-C ends.") + "\n")
            time.sleep(SECONDS_BETWEEN_LOOKS)
    except KeyboardInterrupt:
        terminal.show("")


def _times_of_change(paths: List[str]) -> Dict[str, float]:
    """For each file that is there now, when it was changed."""
    times: Dict[str, float] = {}
    for path in paths:
        try:
            for file in files_in(path):
                times[file] = os.stat(file).st_mtime
        except (NotReadable, OSError):
            pass  # it has been removed, or is being written anew
    return times


def _show_class(grading: Grading, options: argparse.Namespace, terminal: Terminal) -> int:
    """Grade each file or folder in the paths as one learner's, and show how the class did, or the grades."""
    writers = {"text": None, "json": report_json, "csv": report_csv, "svg": report_svg}
    if options.format not in writers:
        raise UsageError(f"--report has no format {options.format}: choose text, json, csv or svg")
    learners = [path for each in options.paths for path in _learners_in(each)]
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        graded = list(pool.map(lambda path: grading.graded([path]), learners))
    if options.grades:
        names = learners if len(options.paths) > 1 else [os.path.basename(path) for path in learners]
        deliver(grades_csv(dict(zip(names, graded))), options, terminal)
        return 0
    report = ClassReport(graded)
    writer = writers[options.format]
    text = report_text(report, terminal.width, terminal.unicode) if writer is None else writer(report)
    if options.format == "text" and options.output is None:
        terminal.print(terminal.spell(text.rstrip("\n")))
    else:
        deliver(text, options, terminal)
    return 0


def _learners_in(path: str) -> List[str]:
    """The files and folders of learners in this folder; UsageError if there are none."""
    if not os.path.isdir(path):
        raise UsageError(f"{path} is no folder: --report and --grades need the folder of a class")
    names = [name for name in sorted(os.listdir(path)) if not name.startswith((".", "__"))]
    paths = [os.path.join(path, name) for name in names]
    learners = [each for each in paths if os.path.isdir(each) or each.lower().endswith(ENDINGS)]
    if not learners:
        raise UsageError(f"{path} holds no files or folders of learners")
    return learners
