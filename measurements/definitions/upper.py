"""The whole, head, neck, bust, back and arms."""

from __future__ import annotations

from typing import Final

from .definition import Definition

# A paragraph each: name, label, unit, region, limits, view; how (a sentence a line), the usual
# mistake, why it is asked; ISO name and clause.
# fmt: off
UPPER: Final = (
    Definition(
        "height", "Height", "mm", "whole", 1300, 2000, "front",
        "Stand barefoot with your heels to a wall and look straight ahead. "
        "Lay a book flat on your head, against the wall. "
        "Measure from the floor to its lower edge.",
        "Shoes or a raised chin add a centimetre or two.",
        "Every length that you leave open is estimated from it.",
        "Stature",
    ),
    Definition(
        "body_mass_kg", "Weight", "kg", "whole", 30, 300, "front",
        "Step on a scale in light clothes. "
        "Stand still until the number settles. "
        "Leave it out if you like.",
        "A weight remembered from last year is often off.",
        "It sharpens the estimates and appears on no garment.",
        "Body mass",
    ),
    Definition(
        "head_girth", "Head", "mm", "whole", 450, 700, "front",
        "Press your hair flat. "
        "Lead the tape over the middle of your forehead and above your ears. "
        "Close it over the fullest part at the back.",
        "Over the ears or over a bun it reads too much.",
        "A neckline without an opening must pass over it.",
        "Head girth",
    ),
    Definition(
        "bust_girth", "Bust", "mm", "chest", 600, 1700, "front",
        "Wear the bra that you will wear with the garment. "
        "Lead the tape level round you, over the fullest part. "
        "Breathe easily and do not pull.",
        "At the back the tape slips down; have it level all round.",
        "It sets how wide the bodice is, and how much the darts shape.",
        "Bust girth", "5.3.4",
    ),
    Definition(
        "underbust_girth", "Under-bust", "mm", "chest", 500, 1550, "front",
        "Find the line straight below your breasts. "
        "Lead the tape level round your ribs there. "
        "Breathe out gently, then read it.",
        "Pulling the tape as tight as a bra band reads too little.",
        "With the bust it gives the cup, and so the bust darts.",
        "Under-bust girth", "5.3.8",
    ),
    Definition(
        "upper_chest_girth", "Upper chest", "mm", "chest", 600, 1650, "front",
        "Lay the tape high in your armpits. "
        "Lead it level round back and chest. "
        "Let your arms hang down, then read it.",
        "Lifted arms or a full breath read too much.",
        "It sharpens the estimates of chest and back above the bust.",
    ),
    Definition(
        "high_bust_girth", "High bust", "mm", "chest", 600, 1650, "side",
        "Lead the tape high under your arms and over the shoulder blades. "
        "In front, let it lie above the breasts. "
        "Keep it snug but not tight.",
        "If it slides down on to the breasts it reads too much.",
        "Beside the bust it tells how full the cup is.",
        "Upper chest girth",
    ),
    Definition(
        "bust_point_to_bust_point", "Between the bust points", "mm", "chest", 100, 420, "front",
        "Wear the bra that you will wear. "
        "Measure from one bust point straight across to the other. "
        "Keep the tape taut between them.",
        "Following the dip between the breasts reads too much.",
        "The darts point to where your bust points are.",
        "Bust point to bust point",
    ),
    Definition(
        "side_neck_to_bust_point", "Neck to bust point", "mm", "chest", 150, 560, "front",
        "Find where your neck turns into the shoulder. "
        "Lead the tape from there down over the chest. "
        "Read it at the bust point.",
        "Starting too far up the neck adds a centimetre or two.",
        "It sets how low the bust darts end.",
        "Side neck point to bust point",
    ),
    Definition(
        "bust_point_to_waist", "Bust point to waist", "mm", "chest", 40, 320, "front",
        "Tie a ribbon round your waist. "
        "Hold the tape at the bust point. "
        "Lead it straight down to the ribbon.",
        "Slanting towards the middle reads too little.",
        "It sets how long the front is below the bust.",
    ),
    Definition(
        "bust_height", "Floor to bust point", "mm", "chest", 800, 1600, "side",
        "Stand barefoot and upright. "
        "Have someone hold the tape at the level of your bust points. "
        "Read it straight down to the floor.",
        "Bending to look at the tape drops the level.",
        "It tells how far the bust lies above the waist.",
        "Bust height",
    ),
    Definition(
        "neck_girth", "Neck", "mm", "neck", 230, 600, "front",
        "Lead the tape round the middle of your neck. "
        "In front it lies over the larynx. "
        "Leave room to swallow.",
        "Measured at the root of the neck it reads too much.",
        "Collars that stand up close round it.",
        "Neck girth", "5.3.2",
    ),
    Definition(
        "neck_base_girth", "Base of the neck", "mm", "neck", 270, 680, "front",
        "Put on a fine chain, or lay the tape where one would lie. "
        "It crosses the bone at the nape. "
        "In front it dips to the hollow between the collar bones.",
        "A tape that climbs the neck reads too little.",
        "The neckline of every bodice starts from it.",
        "Neck base girth", "5.3.3",
    ),
    Definition(
        "shoulder_length", "Shoulder", "mm", "neck", 70, 200, "front",
        "Find where your neck turns into the shoulder. "
        "Lead the tape along the top of the shoulder. "
        "Stop at the point over the joint.",
        "Going on to the edge of the arm reads too much.",
        "It is the length of the shoulder seam.",
        "Shoulder length",
    ),
    Definition(
        "shoulder_slope", "Shoulder slope", "degrees", "neck", 5, 40, "front",
        "Let someone take a photograph of you from straight in front. "
        "A tailor reads from it how far the shoulder falls below the level. "
        "Few women need to give it.",
        "A bag on one shoulder, or a shrug, spoils the picture.",
        "It sets the slant of the shoulder seam.",
        "Shoulder slope",
    ),
    Definition(
        "biacromial_breadth", "Between the shoulder bones", "mm", "neck", 260, 500, "back",
        "Have someone stand behind you. "
        "They feel for the outer edge of each shoulder bone. "
        "They measure straight from one to the other.",
        "A tape that follows the curve of the back reads too much.",
        "It sharpens the estimates of back and shoulders.",
    ),
    Definition(
        "side_neck_height", "Floor to side of neck", "mm", "neck", 1000, 1800, "back",
        "Stand barefoot and upright. "
        "Have someone find where your neck turns into the shoulder. "
        "They measure straight down to the floor.",
        "A tape that follows the body reads too much.",
        "It sharpens the estimates of back and front length.",
    ),
    Definition(
        "shoulder_height", "Floor to shoulder", "mm", "neck", 950, 1750, "back",
        "Stand barefoot, arms hanging down. "
        "Have someone find the point over your shoulder joint. "
        "They measure straight down to the floor.",
        "Lifted shoulders read too much.",
        "It sharpens the estimates of shoulders and arms.",
        "Shoulder height",
    ),
    Definition(
        "back_neck_height", "Floor to nape", "mm", "back", 1000, 1820, "side",
        "Stand barefoot and bow your head: a bone stands out at the nape. "
        "Look up again. "
        "Have someone measure from that bone straight down to the floor.",
        "A tape that follows the back reads too much.",
        "It sharpens the estimates of back and dress length.",
        "Back neck height",
    ),
    Definition(
        "back_width", "Across the back", "mm", "back", 220, 620, "back",
        "Let your arms hang down. "
        "Have someone find the folds where the arms meet the back. "
        "They measure straight across between them, over the shoulder blades.",
        "Arms held forward read too much.",
        "It sets the width of the back between the sleeves.",
        "Back width",
    ),
    Definition(
        "across_front", "Across the front", "mm", "back", 200, 560, "front",
        "Let your arms hang down. "
        "Find the folds where the arms meet the chest, half-way down to the armpit. "
        "Measure straight across between them.",
        "Taken too low, it runs over the breasts and reads too much.",
        "It sets the width of the front between the sleeves.",
    ),
    Definition(
        "back_neck_to_waist", "Nape to waist", "mm", "back", 240, 560, "back",
        "Tie a ribbon round your waist. "
        "Have someone find the bone that stands out at the nape. "
        "They measure from it down the spine to the ribbon.",
        "Bowing your head while they read adds a centimetre or more.",
        "It is how long the back of every bodice is.",
        "Back neck point to waist", "5.4.5",
    ),
    Definition(
        "front_neck_to_waist", "Front neck to waist", "mm", "back", 190, 520, "front",
        "Tie a ribbon round your waist. "
        "Hold the tape in the hollow between the collar bones. "
        "Lead it straight down to the ribbon.",
        "Looking down while reading makes it shorter.",
        "It is how long the middle of the front is.",
        "Front neck point to waist",
    ),
    Definition(
        "front_over_bust_to_waist", "Neck over bust to waist", "mm", "back", 250, 760, "front",
        "Find where your neck turns into the shoulder. "
        "Lead the tape from there over the bust point. "
        "Go on straight down to the waist ribbon.",
        "Letting the tape hang free under the bust reads too little.",
        "It is how long the front is where the bust is fullest.",
    ),
    Definition(
        "scye_depth", "Nape to armhole", "mm", "back", 130, 360, "back",
        "Have someone lay a strip of paper level under your arms. "
        "They measure from the bone at the nape down the spine to it. "
        "A dressmaker leaves a finger's breadth below the arm: so do we.",
        "Paper pushed up into the armpits reads too little.",
        "It sets how deep the armhole is cut.",
        "Scye depth",
    ),
    Definition(
        "armscye_girth", "Round the arm's root", "mm", "arm", 250, 700, "side",
        "Let the arm hang down. "
        "Lead the tape from the shoulder point under the arm. "
        "Bring it up again at the back, without pulling.",
        "A lifted arm, or a tight tape, reads too little.",
        "The armhole is made to its length.",
        "Armscye girth",
    ),
    Definition(
        "upper_arm_girth", "Upper arm", "mm", "arm", 170, 650, "front",
        "Let the arm hang loose. "
        "Find the fullest part of the upper arm. "
        "Lead the tape straight round it.",
        "A tensed arm reads too much.",
        "It sets how wide the sleeve is.",
        "Upper-arm girth", "5.3.16",
    ),
    Definition(
        "elbow_girth", "Elbow", "mm", "arm", 160, 480, "front",
        "Bend the arm a little. "
        "Lead the tape round the elbow, over its point. "
        "Let it lie easily.",
        "With a straight arm it reads too little to bend in.",
        "A narrow sleeve must let it bend.",
        "Elbow girth",
    ),
    Definition(
        "wrist_girth", "Wrist", "mm", "arm", 100, 280, "front",
        "Find the bone on the little finger's side. "
        "Lead the tape round the wrist over it. "
        "Let it just touch.",
        "Above the bone it reads too little.",
        "It sets how wide cuffs and long sleeves end.",
        "Wrist girth", "5.3.19",
    ),
    Definition(
        "hand_girth", "Hand", "mm", "arm", 120, 340, "front",
        "Stretch the hand out flat. "
        "Lead the tape round the knuckles, the thumb left out. "
        "Let it just touch.",
        "A fist, or the thumb within, reads too much.",
        "A sleeve that ends without an opening must let it pass.",
        "Hand girth",
    ),
    Definition(
        "outer_arm_length", "Shoulder to wrist", "mm", "arm", 400, 800, "front",
        "Let the arm hang down. "
        "Hold the tape at the point over the shoulder joint. "
        "Lead it down the outside of the arm to the wrist bone.",
        "Starting on the arm, below the joint, makes the sleeve short.",
        "It is how long a long sleeve is.",
        "Outer arm length", "5.7.8",
    ),
    Definition(
        "back_neck_to_wrist", "Nape to wrist", "mm", "arm", 600, 1100, "back",
        "Bend the elbow a little and hold the arm off the body. "
        "Have someone start at the bone at the nape. "
        "They lead the tape over shoulder and elbow to the wrist bone.",
        "Across the air, past the elbow, it reads too little.",
        "It proves shoulder and sleeve length together.",
        "Back neck point to wrist length", "5.4.17",
    ),
)
# fmt: on
