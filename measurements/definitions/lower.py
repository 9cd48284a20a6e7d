"""Waist, hips, legs and feet."""

from __future__ import annotations

from typing import Final

from .definition import Definition

# A paragraph each, as in `upper`.
# fmt: off
LOWER: Final = (
    Definition(
        "waist_girth", "Waist", "mm", "waist", 450, 1600, "front",
        "Tie a ribbon round your middle and bend sideways. "
        "It settles where you are narrowest: that is the waist we mean. "
        "Measure there, easily, and leave the ribbon on.",
        "At the trousers' band, or the navel, it reads too much.",
        "It sets how close skirts, trousers and bodices meet you.",
        "Waist girth", "5.3.10",
    ),
    Definition(
        "high_hip_girth", "High hip", "mm", "waist", 550, 1750, "front",
        "Feel for the top of your hip bones. "
        "Lead the tape level round you there. "
        "Stand easily and do not draw in.",
        "Drawing the belly in reads too little.",
        "It shapes a skirt between waist and hip.",
    ),
    Definition(
        "belly_girth", "Belly", "mm", "waist", 500, 1800, "side",
        "Look at yourself from the side. "
        "Find where the belly stands out most. "
        "Lead the tape level round you there, breathing easily.",
        "Holding your breath reads too little.",
        "It keeps the front of a skirt from straining or rising.",
    ),
    Definition(
        "hip_girth", "Hip", "mm", "waist", 650, 1800, "side",
        "Stand with your feet together. "
        "Look from the side for the fullest part of your seat. "
        "Lead the tape level round you there.",
        "Too high, on the hip bones, it reads too little.",
        "It sets how wide skirts and trousers are.",
        "Hip girth", "5.3.13",
    ),
    Definition(
        "waist_to_hip", "Waist to hip", "mm", "waist", 80, 420, "side",
        "Tie a ribbon round your waist. "
        "Find the level of the fullest seat. "
        "Measure at the side, straight down from ribbon to level.",
        "Following the curve of the seat reads too much.",
        "It sets where a skirt is widest.",
    ),
    Definition(
        "waist_to_knee", "Waist to knee", "mm", "waist", 380, 900, "side",
        "Tie a ribbon round your waist. "
        "Hold the tape there at the side. "
        "Measure straight down to the middle of the knee.",
        "A bent knee moves the level.",
        "Skirt lengths are reckoned from it.",
    ),
    Definition(
        "nape_to_knee", "Nape to knee", "mm", "waist", 700, 1350, "back",
        "Have someone hold the tape at the bone at the nape. "
        "They lead it down the spine to the waist. "
        "From there it hangs straight to the middle of the knee.",
        "Pressed in under the seat, it reads too much.",
        "It is how long a dress that ends at the knee is.",
    ),
    Definition(
        "waist_height", "Waist to floor", "mm", "waist", 700, 1450, "side",
        "Stand barefoot, the ribbon round your waist. "
        "Hold the tape there at the side. "
        "Measure straight down to the floor.",
        "Shoes, or a ribbon that has slipped, change it.",
        "Long skirts and trousers are reckoned from it.",
        "Waist height",
    ),
    Definition(
        "hip_height", "Floor to hip", "mm", "waist", 500, 1200, "side",
        "Stand barefoot. "
        "Have someone find the level of the fullest seat. "
        "They measure straight down to the floor at the side.",
        "A tape that follows the leg reads too much.",
        "With the waist's height it gives the depth of the hip.",
        "Hip height",
    ),
    Definition(
        "body_rise", "Body rise", "mm", "waist", 170, 520, "side",
        "Measure from the waist to the floor. "
        "Measure the inside of the leg. "
        "Take the second from the first: that is the rise.",
        "Taken sitting, it is about two centimetres more.",
        "It sets how deep trousers are between waist and crotch.",
        "Body rise",
    ),
    Definition(
        "seated_rise", "Rise, seated", "mm", "waist", 180, 560, "side",
        "Tie a ribbon round your waist. "
        "Sit upright on a hard, flat chair. "
        "Measure at the side from the ribbon down to the chair.",
        "A soft chair, or leaning back, spoils it.",
        "It proves how deep trousers must be when you sit.",
    ),
    Definition(
        "total_crotch_length", "Crotch length, whole", "mm", "waist", 480, 1400, "side",
        "Hold the tape at your waist in front. "
        "Lead it between your legs. "
        "Bring it up to the waist at the back, not tight.",
        "Pulling it tight makes trousers that cut in.",
        "It is the length of the crotch seam.",
        "Total crotch length",
    ),
    Definition(
        "back_crotch_length", "Crotch length, back", "mm", "waist", 220, 800, "side",
        "Take the whole crotch length and leave the tape there. "
        "Mark it at the middle, between your legs. "
        "Read the part from there up to the waist at the back.",
        "A mark too far forward reads too much.",
        "It shares the crotch seam between front and back.",
    ),
    Definition(
        "inside_leg_length", "Inside leg", "mm", "leg", 480, 1100, "front",
        "Stand barefoot, feet a little apart. "
        "Hold a book level between your legs, as high as it goes. "
        "Measure from its upper edge straight down to the floor.",
        "A tape that slants along the leg reads too much.",
        "It is how long the inside of trousers is.",
        "Inside leg height",
    ),
    Definition(
        "knee_height", "Floor to knee", "mm", "leg", 280, 700, "side",
        "Stand barefoot, your knee straight. "
        "Find the middle of the kneecap. "
        "Measure straight down to the floor.",
        "Sitting, the kneecap stands elsewhere.",
        "It sets where trousers and skirts turn at the knee.",
        "Knee height",
    ),
    Definition(
        "thigh_girth", "Thigh", "mm", "leg", 350, 1150, "front",
        "Stand with your weight on both feet. "
        "Find the fold below the seat. "
        "Lead the tape level round the thigh just under it.",
        "Half-way down the thigh it reads too little.",
        "It sets how wide a trouser leg is at the top.",
        "Thigh girth", "5.3.20",
    ),
    Definition(
        "knee_girth", "Knee", "mm", "leg", 230, 750, "front",
        "Stand straight. "
        "Find the middle of the kneecap. "
        "Lead the tape level round the knee there.",
        "Just below the kneecap it reads too little.",
        "It sets how narrow a trouser leg may be there.",
        "Knee girth",
    ),
    Definition(
        "calf_girth", "Calf", "mm", "leg", 220, 700, "front",
        "Stand with your weight on both feet. "
        "Find the fullest part of the calf. "
        "Lead the tape level round it.",
        "On tiptoe the calf tightens and reads too much.",
        "Narrow trousers must pass over it.",
        "Calf girth",
    ),
    Definition(
        "ankle_girth", "Ankle", "mm", "leg", 140, 420, "front",
        "Stand on both feet. "
        "Find the narrowest part of the leg, above the ankle bones. "
        "Lead the tape level round it.",
        "Over the ankle bones it reads too much.",
        "It sets how narrow a trouser leg may end.",
        "Ankle girth",
    ),
    Definition(
        "heel_height", "Heel height", "mm", "leg", 0, 200, "side",
        "Take the shoes that you will wear with the garment. "
        "Stand them on a table. "
        "Measure the heel at the back, from the table to the sole.",
        "A platform under the toes lifts you too: take it off again.",
        "Hems that reach the floor are cut so much longer.",
    ),
)
# fmt: on
