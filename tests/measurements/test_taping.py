from __future__ import annotations

from xml.etree import ElementTree

from measurements.charts import CHARTS, DEMO_CHART, size_body
from measurements.taping import taping_picture


def test_the_picture_shows_every_required_measurement() -> None:
    for size in CHARTS[DEMO_CHART].sizes:
        picture = ElementTree.fromstring(taping_picture(size_body(DEMO_CHART, size)))
        words = {element.text for element in picture.iter("{http://www.w3.org/2000/svg}text")}
        assert words == {"Bust", "Waist", "Hip", "Height"}
        assert not any("style" in element.attrib for element in picture.iter())
