"""What is said of a fabric's picture whose edges do not run on into each other."""

from __future__ import annotations

from functools import lru_cache

from django.core.files.storage import default_storage
from PIL import Image

from patterns.models import Fabric
from patterns.seams import TooLarge, broken_edges

UNSEEN = "We could not look at the edges of this picture: {}. Look at the preview."


def seam_words(fabric: Fabric) -> str:
    """What is wrong with the edges of its picture, in a sentence; empty where they run on."""
    if not fabric.tile:
        return ""
    try:
        edges = _broken(fabric.tile.file.name)
    except (TooLarge, Image.DecompressionBombError):
        return UNSEEN.format("it is too large")
    except (OSError, ValueError, SyntaxError):  # gone, or no picture: Pillow says it in all three
        return UNSEEN.format("it could not be read")
    if not edges:
        return ""
    return (
        f"The {' and the '.join(edges)} edges of the picture do not run on into each other: where it "
        "begins anew, a line may show on the garment. Look at the preview, or choose a picture that is "
        "seamless."
    )


@lru_cache(maxsize=256)
def _broken(name: str) -> tuple[str, ...]:
    """Of a stored picture; another picture has another name."""
    with default_storage.open(name) as file:
        return tuple(broken_edges(Image.open(file)))
