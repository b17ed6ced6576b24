"""A plot as text: which character is where, and what is cut off."""

from minibackprop import Plot


def test_curves_are_drawn_over_one_another_in_their_order_and_points_over_all() -> None:
    plot = Plot("wéight", "C", "Crossing", y_range=(0, 2))
    plot.curve("up", [0, 1, 2], [0, 1, 2])
    plot.curve("flat", [0, 2], [1, 1])
    plot.points("ends", [0, 2, 1, 1], [0, 2, 3, -1])  # two of them are outside
    assert plot.text(width=22, height=3).splitlines() == [
        "Crossing",
        "",
        "C",
        "  2 |            ****+",
        "  1 |ooooooooooooooooo",
        "  0 |+****",
        "    +-----------------",
        "     0               2",
        "     w?ight    * up   o flat   + ends",
    ]
    unicode = plot.text(width=22, height=3, ascii_only=False).splitlines()
    assert unicode[4] == "  1 │ooooooooooooooooo" and unicode[-1] == "     wéight    * up   o flat   + ends"


def test_a_path_is_its_points_and_a_curve_ends_where_its_points_do() -> None:
    plot = Plot("w", "C", y_range=(0, 4))
    plot.path("steps", [0, 16, 8], [4, 0, 2])
    plot.curve("short", [4, 12], [-4, 8])  # it enters the range at 6 2/3 and leaves it at 9 1/3
    assert plot.text(width=20, height=5).splitlines()[1:-2] == [
        "4 |*        o",
        "3 |",
        "2 |        *",
        "1 |",
        "0 |       o        *",
        "  +-----------------",
    ]


def test_in_unicode_a_curve_has_a_mark_in_each_column() -> None:
    plot = Plot("w", "C")
    plot.curve("steep", [0, 1], [0, 1])
    lines = plot.text(width=20, height=30, ascii_only=False).splitlines()[1:31]
    columns = [line.partition("│")[2].find("*") for line in lines if "*" in line]
    margin = len(lines[0].partition("│")[0])
    assert columns == list(reversed(range(20 - margin - 1)))
    assert sum(line.count("*") for line in lines) == len(columns)


def test_a_name_with_a_line_break_takes_one_line() -> None:
    plot = Plot("w\nx", "C\ny", "a\nb")
    plot.points("c\nd", [0], [0])
    lines = plot.text(width=20, height=2).splitlines()
    assert (lines[0], lines[2], lines[-1].strip()) == ("a?b", "C?y", "w?x    * c?d") and len(lines) == 3 + 2 + 2 + 1


def test_without_a_request_it_is_12_lines_high() -> None:
    plot = Plot("w", "C")
    plot.points("here", [0], [0])
    assert len(plot.text().splitlines()) == 1 + 12 + 2 + 1
