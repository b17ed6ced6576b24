"""The whole drawing of a small network: one input, two neurons of an activation with a long name, two examples.

A card is 21 high for each line and 12 more. The two cards of neurons, 138 each with 10 between them, take 286 below the
heading, which takes 34; the cards of the input (33) and of the targets and costs (96) are centered beside them.
"""

from minibackprop import Activation, Layer, Network
from minibackprop.step_page.figure import step_figure
from minibackprop.step_page.names import PageNames

DRAWING = """\
<svg id="network" viewBox="0 0 686 328" role="img" \
aria-label="The network: 1 input, 2 neurons in layer 1. Its numbers are in the table of the step.">
<text x="85" y="16" text-anchor="middle" class="heading">Inputs x</text>
<text x="372" y="16" text-anchor="middle" class="heading">Layer 1, a long n…</text>
<text x="599" y="16" text-anchor="middle" class="heading">Targets and cost</text>
<g class="wires few" data-layer="1">
<g class="edge weight" data-weight="1.1.1">
<line x1="169" y1="177" x2="293" y2="103" class="hit"/>
<line x1="169" y1="177" x2="293" y2="103" class="wire"/>
<text x="231" y="144" text-anchor="middle" class="at-wire" data-place="w.1.1.1"> </text>
</g>
<g class="edge weight" data-weight="1.2.1">
<line x1="169" y1="177" x2="293" y2="251" class="hit"/>
<line x1="169" y1="177" x2="293" y2="251" class="wire"/>
<text x="231" y="218" text-anchor="middle" class="at-wire" data-place="w.1.2.1"> </text>
</g>
</g>
<line x1="451" y1="103" x2="513" y2="177" class="to-cost"/>
<line x1="451" y1="251" x2="513" y2="177" class="to-cost"/>
<g class="column" data-layer="">
<rect x="1" y="160.5" width="168" height="33" rx="7" class="card"/>
<g class="line" data-row="x.1">
<rect x="4" y="166.5" width="162" height="21" rx="4" class="band"/>
<text x="11" y="182.5" text-anchor="start" class="name">x₁</text>
<text x="159" y="182.5" text-anchor="end" class="value" data-place="x.1"> </text>
</g>
</g>
<g class="column" data-layer="1">
<rect x="293" y="34" width="158" height="138" rx="7" class="card"/>
<g class="line weight" data-row="b.1.1" data-weight="1.1">
<rect x="296" y="40" width="152" height="21" rx="4" class="band"/>
<text x="303" y="56" text-anchor="start" class="name">b¹₁</text>
<text x="441" y="56" text-anchor="end" class="value" data-place="b.1.1"> </text>
</g>
<g class="line" data-row="z.1.1">
<rect x="296" y="61" width="152" height="21" rx="4" class="band"/>
<text x="303" y="77" text-anchor="start" class="name">z¹₁</text>
<text x="441" y="77" text-anchor="end" class="value" data-place="z.1.1"> </text>
</g>
<g class="line" data-row="a.1.1">
<rect x="296" y="82" width="152" height="21" rx="4" class="band"/>
<text x="303" y="98" text-anchor="start" class="name">a¹₁</text>
<text x="441" y="98" text-anchor="end" class="value" data-place="a.1.1"> </text>
</g>
<g class="line" data-row="dC_da.1.1">
<rect x="296" y="103" width="152" height="21" rx="4" class="band"/>
<text x="303" y="119" text-anchor="start" class="name">∂C/∂a</text>
<text x="441" y="119" text-anchor="end" class="value" data-place="dC_da.1.1"> </text>
</g>
<g class="line" data-row="da_dz.1.1">
<rect x="296" y="124" width="152" height="21" rx="4" class="band"/>
<text x="303" y="140" text-anchor="start" class="name">∂a/∂z</text>
<text x="441" y="140" text-anchor="end" class="value" data-place="da_dz.1.1"> </text>
</g>
<g class="line" data-row="dC_dz.1.1">
<rect x="296" y="145" width="152" height="21" rx="4" class="band"/>
<text x="303" y="161" text-anchor="start" class="name">∂C/∂z</text>
<text x="441" y="161" text-anchor="end" class="value" data-place="dC_dz.1.1"> </text>
</g>
<rect x="293" y="182" width="158" height="138" rx="7" class="card"/>
<g class="line weight" data-row="b.1.2" data-weight="1.2">
<rect x="296" y="188" width="152" height="21" rx="4" class="band"/>
<text x="303" y="204" text-anchor="start" class="name">b¹₂</text>
<text x="441" y="204" text-anchor="end" class="value" data-place="b.1.2"> </text>
</g>
<g class="line" data-row="z.1.2">
<rect x="296" y="209" width="152" height="21" rx="4" class="band"/>
<text x="303" y="225" text-anchor="start" class="name">z¹₂</text>
<text x="441" y="225" text-anchor="end" class="value" data-place="z.1.2"> </text>
</g>
<g class="line" data-row="a.1.2">
<rect x="296" y="230" width="152" height="21" rx="4" class="band"/>
<text x="303" y="246" text-anchor="start" class="name">a¹₂</text>
<text x="441" y="246" text-anchor="end" class="value" data-place="a.1.2"> </text>
</g>
<g class="line" data-row="dC_da.1.2">
<rect x="296" y="251" width="152" height="21" rx="4" class="band"/>
<text x="303" y="267" text-anchor="start" class="name">∂C/∂a</text>
<text x="441" y="267" text-anchor="end" class="value" data-place="dC_da.1.2"> </text>
</g>
<g class="line" data-row="da_dz.1.2">
<rect x="296" y="272" width="152" height="21" rx="4" class="band"/>
<text x="303" y="288" text-anchor="start" class="name">∂a/∂z</text>
<text x="441" y="288" text-anchor="end" class="value" data-place="da_dz.1.2"> </text>
</g>
<g class="line" data-row="dC_dz.1.2">
<rect x="296" y="293" width="152" height="21" rx="4" class="band"/>
<text x="303" y="309" text-anchor="start" class="name">∂C/∂z</text>
<text x="441" y="309" text-anchor="end" class="value" data-place="dC_dz.1.2"> </text>
</g>
</g>
<g class="column" data-layer="">
<rect x="513" y="129" width="172" height="96" rx="7" class="card"/>
<g class="line" data-row="y.1">
<rect x="516" y="135" width="166" height="21" rx="4" class="band"/>
<text x="523" y="151" text-anchor="start" class="name">y₁</text>
<text x="675" y="151" text-anchor="end" class="value" data-place="y.1"> </text>
</g>
<g class="line" data-row="y.2">
<rect x="516" y="156" width="166" height="21" rx="4" class="band"/>
<text x="523" y="172" text-anchor="start" class="name">y₂</text>
<text x="675" y="172" text-anchor="end" class="value" data-place="y.2"> </text>
</g>
<g class="line" data-row="C.1">
<rect x="516" y="177" width="166" height="21" rx="4" class="band"/>
<text x="523" y="193" text-anchor="start" class="name">example C</text>
<text x="675" y="193" text-anchor="end" class="value" data-place="C.1"> </text>
</g>
<g class="line" data-row="C">
<rect x="516" y="198" width="166" height="21" rx="4" class="band"/>
<text x="523" y="214" text-anchor="start" class="name">mean C</text>
<text x="675" y="214" text-anchor="end" class="value" data-place="C"> </text>
</g>
</g>
</svg>"""


def test_the_whole_drawing_of_a_small_network() -> None:
    own = Activation("a long name", lambda z: z, lambda z: 1.0)
    network = Network(Layer([[1.0], [2.0]], [5.0, 6.0], own))
    drawing = step_figure(network, PageNames(network, 2), 2).replace("><", ">\n<")
    for color in (' fill="currentColor"', ' stroke="currentColor"'):
        drawing = drawing.replace(color, "")
    assert drawing == DRAWING
