"""What each garment's page says, and the picture it shows of another way to have it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class GarmentWords:
    """`intro` opens the page; under `heading` stands the picture of a variant: its cloth, the choices
    that it takes (as staff write them), and a caption."""

    slug: str
    intro: str
    heading: str
    fabric: str
    choices: str
    caption: str
    closing: str = ""


GARMENTS: Final = (
    GarmentWords(
        "sheath-dress",
        "A dress in two parts, bodice and skirt, that meet at your natural waist. Darts shape it to "
        "the bust and the back; a zip closes it where you like. The neck is faced with the same "
        "cloth, so nothing shows but the line you chose.",
        "One pattern, many dresses",
        "wool-crepe-bordeaux",
        "neckline: v\nneck_depth: 140\nlength: 700\nflare: 8",
        "A deep V, an A-line skirt and a longer hem, in bordeaux crêpe.",
        "A jewel neckline and a straight skirt make it severe; a deep V and a flared hem make it "
        "dance. Where a narrow skirt would hold your stride, the pattern adds a vent at the back "
        "by itself.",
    ),
    GarmentWords(
        "shift-dress",
        "It touches you at the shoulders and the bust and nowhere else. One dart turns the cloth "
        "over the bust; from there it hangs straight, or swings out a little. The dress for a hot "
        "day, and for the day after a feast.",
        "With pockets",
        "cotton-sateen-black",
        "neckline: jewel\nsleeves: none\npockets: true\nlength: 480",
        "Sleeveless, short, with two patch pockets, in black sateen.",
    ),
    GarmentWords(
        "fit-and-flare-dress",
        "Close to you down to the waist, then as full as you like: a half circle that swings, "
        "gathers that billow, box pleats that stand, or two tiers. It hides pockets in its side "
        "seams, and takes a belt well.",
        "The quiet one and the loud one",
        "viscose-crepe-emerald",
        "neckline: sweetheart\nskirt: gathered\nbelt: true",
        "A sweetheart neckline, a gathered skirt and a belt, in emerald crêpe.",
    ),
    GarmentWords(
        "wrap-dress",
        "One front laps over the other, held by tapes inside and a belt outside, or by ties of its own. "
        "No zip: it gives when you sit, and closes again when you stand. The overlap is deep enough that a "
        "breeze need not trouble you.",
        "For the evening",
        "silk-crepe-ecru",
        "sleeves: bell\nlength: 800",
        "Bell sleeves and a longer hem, in silk crêpe.",
    ),
    GarmentWords(
        "empire-line-dress",
        "The seam lies just under the bust, and all that follows falls free. Gathers or small darts "
        "shape the little bodice above it. Kind to a middle that wants to be left alone.",
        "Long, with puffed sleeves",
        "viscose-crepe-rust",
        "sleeves: puff\nskirt: gathered\nlength: 1000",
        "Puff sleeves and a long gathered skirt, in rust crêpe.",
    ),
    GarmentWords(
        "princess-dress",
        "No seam goes round you; long ones go down, over the bust and on to the hem, and do all the "
        "shaping. The line that flatters most, and the one that asks most of a pattern: each of "
        "these seams is drafted for your own curves.",
        "Seams from the armhole",
        "wool-twill-ivory",
        "shaping: armhole_princess\nsleeves: three_quarter\nneckline: square",
        "Seams that begin at the armhole, three-quarter sleeves, a square neck, in ivory twill.",
    ),
    GarmentWords(
        "qipao",
        "A small stand collar, close round the neck; a body that follows yours from bust to hem; a "
        "slit at each side so that you can walk. It closes at the side, out of sight.",
        "Sleeveless",
        "wool-crepe-navy",
        "sleeves: none\nlength: 900",
        "Without sleeves and to mid-calf, in navy crêpe.",
    ),
    GarmentWords(
        "shell-top",
        "It slips over the head, hangs straight and asks for nothing: no zip, no button. Under a "
        "jacket it is a blouse; alone, a top.",
        "Sleeves cut in one",
        "linen-oatmeal",
        "sleeves: kimono\nneckline: boat",
        "A boat neck, and short sleeves cut in one with the body, in linen.",
    ),
    GarmentWords(
        "bow-blouse",
        "Sleeves that are full above their cuffs, and a long soft tie at the neck: in a bow, in a "
        "knot, or hanging. Loose enough to tuck in, or with darts that follow your waist.",
        "With a stand collar",
        "cotton-lawn-white",
        "collar: mandarin\nsleeve_fullness: 80",
        "A small stand in place of the bow, and very full sleeves, in white lawn.",
    ),
    GarmentWords(
        "puff-sleeve-blouse",
        "The sleeves do the talking: full at the shoulder, gathered in again at the arm. The neck is "
        "square, or curved like a heart, or closed under a round collar.",
        "With a Peter Pan collar",
        "cotton-poplin-sky",
        "neckline: jewel\nsleeve_length: elbow",
        "A Peter Pan collar and sleeves to the elbow, in sky-blue poplin.",
    ),
    GarmentWords(
        "peplum-top",
        "A bodice shaped to the waist by long seams, and below it a short skirt that springs out over "
        "the hips. With trousers or a pencil skirt it is a suit without a jacket.",
        "With sleeves",
        "wool-flannel-grey",
        "sleeves: elbow\nneckline: jewel",
        "Sleeves to the elbow and a jewel neckline, in grey flannel.",
    ),
    GarmentWords(
        "pencil-skirt",
        "A skirt that follows the hip and narrows below it, held at the natural waist by a band or by "
        "a facing that nobody sees, with a zip at centre back. Wear it with the blouse you own.",
        "Another waist",
        "denim-indigo",
        "length: 560\nwaistband: contoured\nband_height: 45\nslit: slit",
        "The same pattern, shorter, with a high shaped band and a slit, in denim.",
    ),
    GarmentWords(
        "a-line-skirt",
        "Close at the waist and leaning out from the hip: the skirt to walk, cycle and sit in. Two "
        "panels make it plain, six make it swing.",
        "In six panels",
        "viscose-crepe-emerald",
        "skirt: six_panel\nflare: 10\nlength: 700",
        "Six panels and a longer, wider hem, in emerald crêpe.",
    ),
    GarmentWords(
        "circle-skirt",
        "Cut as part of a ring: there is not a dart in it, and it falls into folds by its own weight. A "
        "quarter of a circle is quiet, a half swings, a whole one wants to turn.",
        "The whole circle",
        "cotton-lawn-white",
        "skirt: circle\nlength: 650",
        "A full circle, a little longer, in white lawn.",
    ),
    GarmentWords(
        "pleated-skirt",
        "Three times as much cloth as goes round you, folded into a narrow band. Knife pleats all lie "
        "one way, box pleats meet in pairs, and gathers are pleats that nobody counted.",
        "Gathered",
        "cotton-stripe-navy",
        "skirt: gathered\nlength: 680",
        "The same skirt, gathered, in striped cotton.",
    ),
    GarmentWords(
        "wrap-skirt",
        "It goes once round you and once more across the front, and two ties hold it. A size up or "
        "down is a matter of where you tie it.",
        "With a pocket",
        "denim-indigo",
        "pockets: true\nlength: 560",
        "Shorter, with a patch pocket, in denim.",
    ),
)  # fmt: skip
