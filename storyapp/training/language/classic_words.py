"""Words of older children's books, for the reader's lexicon alone; they are in no training or test data.

`PLACES` has words and phrases that name a place and, behind a `+`, things, people and doings that tell of one (oars:
a river). `NO_SIGNS` tell of none in such books, whatever other tables say ("a sky full of stars" is not in space).
`NOUNS` are what WordNet lacks or takes for something else; meanings are marked as in nouns.py.
"""

from __future__ import annotations

from collections.abc import Mapping

PLACES = """
bedroom / garret, bedchamber, night-nursery, day-nursery, sleeping-room, sick-room, sickroom, truckle bed, +attic, +loft, +bedstead, +four-poster, +pillowcase, +coverlet, +bedclothes, +bed-clothes, +bedside, +warming-pan, +washstand, +wash-stand, +washhand-stand, +nightdress, +night-gown, +nightshirt, +night-shirt, +night-cap, +night-light, +nightlight, +crib, +rocking-horse, +rocking horse, +dolls'-house, +doll's house, +doll's-house, +toy cupboard, +toy-cupboard, +tin soldiers, +lead soldiers, +noah's ark, +window-seat, +hair-brush, +hairbrush, +sick-bed, +sickbed, +bed-curtains, +feather-bed, +featherbed, +patchwork, +nursery fire, +nurse
kitchen / back-kitchen, cook's kitchen, wash-house, washhouse, still-room, +cook, +kitchenmaid, +kitchen-maid, +scullion, +scullery-maid, +frying-pan, +rolling-pin, +pie-dish, +basin, +mangle, +suds, +soapsuds, +washtub, +wash-tub, +colander, +sieve, +skillet, +gridiron, +dumplings, +pudding, +pastry, +batter, +porridge, +broth, +kneading, +kneaded, +baked, +roasting, +roasted, +basting, +frying, +fried, +peeling, +boiled, +crockery, +dish-cloth, +dishcloth, +washing-up, +plate-rack, +teakettle, +tea-kettle, +jam-pot, +preserves, +pickles, +flour-bin, +mincemeat, +dripping, +ham, +trencher, +crock, +saucepans, +tin kettle, +copper, +nutmeg, +bread-pan
living room / chimney-corner, chimney corner, inglenook, ingle-nook, dining room, dining-parlour, best parlour, breakfast-room, breakfast room, drawing-room, sitting-room, +fender, +hob, +mantelpiece, +mantel, +mantelshelf, +chimney-piece, +chimneypiece, +settle, +hearth, +hearthstone, +hearth-rug, +fireside, +fire-irons, +tongs, +coal-scuttle, +easy-chair, +arm-chair, +rocking-chair, +workbox, +work-box, +work-basket, +workbasket, +needlework, +embroidery, +embroidering, +darning, +darned, +sewing, +sewed, +stitching, +knitted, +tea-table, +tea-tray, +tea-things, +teapot, +tea-urn, +cream-jug, +sugar-basin, +muffins, +tablecloth, +table-cloth, +sideboard, +bookshelf, +harpsichord, +spinet, +pianoforte, +ottoman, +bell-rope, +butler, +parlourmaid, +parlour-maid, +wainscot, +cuckoo-clock, +cuckoo clock, +spinning-wheel, +spinning wheel, +distaff, +cinders, +ashes, +firelight, +dining-table, +candlelight, +windowpane, +window-pane, +panes, +card-table, +snuffers, +toasting-fork, +cocoa
classroom / school-house, school-room, dame-school, dame school, +schoolmaster, +schoolmistress, +schoolboys, +schoolfellows, +school-fellows, +blackboard, +copy-book, +primer, +spelling-book, +lesson-book, +grammar, +arithmetic, +dunce, +birch-rod, +ink-pot, +inkpot, +scholars, +usher, +recitation, +slate-pencil, +forms
shop / toy-shop, sweetshop, sweet-shop, chandler's, draper's, grocer's, baker's, cobbler's, saddler's, pastry-cook's, pastrycook's, confectioner's, milliner's, bookseller's, fishmonger's, +shopman, +shop-girl, +shop-bell, +scales, +yard-measure, +customer, +grocer, +canister, +draper, +barley-sugar, +peppermints, +pennyworth, +shop-keeper, +ounce, +shopkeeper
street / high-street, high-road, coach-road, cart-road, cart-track, by-way, by-street, by-lane, market-place, market-square, market-town, turnpike, turnpike road, +market, +coach, +carriage, +cab, +hansom, +omnibus, +lamplighter, +lamp-lighter, +street-lamp, +milestone, +mile-stone, +sign-post, +finger-post, +toll-gate, +tollgate, +paving-stones, +kerbstone, +curbstone, +doorstep, +door-step, +market-cross, +beadle, +watchman, +constable, +crossing-sweeper, +hawker, +pedlar, +costermonger, +barrel-organ, +organ-grinder, +town-crier, +town crier, +crier, +chimney-pots, +housetops, +cab-horse, +carrier's cart, +gig, +dogcart, +barouche, +perambulator, +motor-car, +shutters, +steeple, +spire, +knocker, +doorbell, +postman, +muffin-man, +butcher's boy, +errand-boy, +balcony, +townsfolk, +citizens, +burgomaster, +mayor, +wayfarer, +highwayman, +beggar, +hoop, +puddles, +carter, +coachman, +matches, +casements
playground / +battledore, +leap-frog, +leapfrog, +ninepins, +swing-boats, +roundabouts, +showman, +merry-go-rounds, +sack-race
garden / flower-garden, kitchen-garden, back-garden, rose-garden, walled garden, garden-path, shrubberies, arbour, bower, summerhouse, pergola, lawns, gravel walk, gravel path, +flower-bed, +flowerbed, +flower-pot, +flowerpot, +water-butt, +watering-can, +watering-pot, +cucumber-frame, +cucumber frame, +potting-shed, +tool-shed, +toolshed, +tool-house, +shrub, +laurel, +rhododendron, +lilac, +laburnum, +hollyhock, +lavender, +sweet-peas, +sweet peas, +mignonette, +pansies, +pansy, +snapdragons, +geraniums, +peony, +sweet-william, +wallflowers, +larkspur, +honeysuckle, +jasmine, +jessamine, +clematis, +crocus, +crocuses, +snowdrop, +daffodil, +rose-bush, +rosebush, +rose-tree, +rose tree, +terrace, +sun-dial, +croquet, +gooseberries, +gooseberry, +currant bush, +currant bushes, +raspberry canes, +rhubarb, +parsley, +radish, +lettuce, +cabbage, +weeds, +pruning, +hoe, +bonfire, +gardener, +apple-tree, +apple tree, +pear tree, +pear-tree, +plum tree, +plum-tree, +cherry tree, +cherry-tree, +mulberry tree, +birdbath, +clothes-line, +clothes-pins, +clothes-pegs, +clothes-basket, +hammock, +garden-wall, +nasturtiums, +bird table, +bird-table, +fence, +parasols, +beehive, +hive, +washing, +wicket, +swing, +garden seat, +garden-seat, +tea-roses, +blossom, +dug, +thrush, +lawn-mower, +scarlet runners, +bean-row, +vegetable marrow
farm / farm-yard, barn-yard, stable-yard, stableyard, stack-yard, stackyard, rickyard, rick-yard, cow-house, cow-shed, cart-shed, cartshed, cart-house, threshing-floor, barn-floor, hen-house, hen-run, poultry-yard, pig-sty, sty, harvest field, harvest-field, turnip field, turnip-field, corn-field, hay-field, hay field, oat-field, cow-byre, +hay-cart, +haycart, +hay-waggon, +hay-rick, +haymakers, +haymaking, +hay-making, +reapers, +reaper, +reaping, +reaped, +mowers, +threshing, +threshed, +threshers, +flail, +winnowing, +ploughman, +ploughboy, +ploughing, +ploughed, +furrow, +harrow, +sheaf, +stubble, +gleaners, +gleaning, +harvesters, +milking, +milked, +milkmaid, +milk-maid, +dairymaid, +dairy-maid, +milk-pail, +milking-pail, +churn, +churning, +manger, +horse-trough, +pig-trough, +piglets, +hen-coop, +hen-roost, +roost, +cockerel, +gander, +goslings, +gosling, +turkey-cock, +farm-hand, +farmhand, +farm-boy, +farmer, +swineherd, +goose-girl, +cowherd, +ox-cart, +oxen, +cart-horse, +carthorse, +waggon, +wagon, +waggoner, +barn-door, +hurdle, +fodder, +turnips, +chaff, +corn-bin, +ewe, +ewes, +nosebag, +nose-bag, +stable-boy, +ostler, +cart-horses, +cows, +mare, +bull, +hens, +plough-horse, +rafters, +crowed, +poultry
forest / forest path, wood-path, fir-wood, pine-wood, beech-wood, oak-wood, covert, deep wood, underwoods, +woodman, +wood-cutter, +charcoal-burner, +charcoal burner, +gamekeeper, +faggots, +faggot, +fir-cones, +fir cones, +pine-cones, +pine-needles, +acorn, +beech-nuts, +beechnuts, +hazels, +hazel, +nutting, +oak-tree, +oak tree, +fir-tree, +fir tree, +fir-trees, +pines, +larch, +larches, +ash-tree, +fern, +bramble, +briars, +bough, +boughs, +bluebells, +foxgloves, +toadstool, +hollow oak, +squirrel, +stag, +doe, +fawn, +huntsman, +huntsmen, +trees, +robbers, +mossy, +wolf, +nightingale, +honey, +hooting, +holly
hills / hill-side, hill-top, hillsides, moors, moorland, downland, meadows, fields, meadow-land, water-meadow, cow-pasture, sheep-walk, heaths, wolds, headlands of the field, +shepherd, +shepherdess, +crook, +flock, +fold, +lark, +harebells, +cowslips, +cowslip, +thistle, +furze, +ling, +curlew, +plover, +lapwing, +turf, +grasshopper, +meadow-sweet, +meadowsweet, +buttercup, +dandelion, +dandelions, +dandelion-clock, +poppy, +hamper, +picnic, +gipsies, +harrier, +hounds
mountains / mountain-side, mountain-top, mountain-path, mountain pasture, crags, precipices, +eyrie, +eagle, +goatherd, +goat-herd, +chalet, +cairn, +juniper, +ibex, +alpine
desert / +dromedary, +bedouin, +sheikh, +sandhills
snowfield / snow-field, snow-drift, snowdrifts, +ice-floe, +floe, +snow-shoes, +skated, +skating, +skaters, +sledging, +sledged, +snow-man, +walrus, +penguin, +penguins, +dog-sledge, +snowballing
jungle / +cobra, +ape, +apes, +mahout, +howdah, +liana, +lianas, +banyan, +hyena, +parakeet, +cockatoo, +leopard, +boa, +mongoose, +rhinoceros, +cheetah
river / river-bank, river bank, river-side, brook-side, brookside, beck, burn, mill-stream, trout-stream, backwater, ford, weir-pool, towing-path, +angler, +angling, +fishing-rod, +fishing-line, +fishing line, +minnow, +stickleback, +sticklebacks, +eel, +rushes, +reed, +sedge, +sedges, +osiers, +osier, +alder, +alders, +water-rat, +water-vole, +watercress, +water-cress, +water-mill, +watermill, +mill-wheel, +millwheel, +ferry, +ferry-boat, +punt, +punting, +scull, +sculls, +sculling, +rowlocks, +oar, +oars, +rowed, +rowing, +rowing-boat, +row-boat, +skiff, +lock-keeper, +bargeman, +stepping-stone, +eddies, +eddy, +forded, +boatman, +paddled, +drifted, +otters, +fished
lake / mill-pond, fish-pond, duck-pond, horse-pond, lily-pond, meres, marshes, +water-lily, +water-lilies, +lily-leaf, +lily-leaves, +cygnet, +cygnets, +drake, +ducklings, +dragon-fly, +newt, +newts, +bittern, +marsh-marigolds, +kingcups, +teal, +wild duck, +wild-duck, +croaked, +croaking, +heron
beach / sea-shore, sea-side, sea-beach, shingles, pebble beach, harbour-side, quay-side, quayside, sea-wall, foreshore, fishing village, +fisher-boy, +fishermen, +fisherfolk, +fisher-lad, +fisherman, +lobster-pot, +lobster pot, +shrimping, +shrimping-net, +shrimps, +limpet, +limpets, +cockles, +winkles, +whelks, +starfish, +sea-shell, +sea-shells, +seashell, +seaweed, +sea-weed, +sand-castle, +sandcastles, +bathing-machine, +breakers, +tide-pool, +fishing-boat, +fishing-boats, +herrings, +dory, +coracle, +coastguard, +coast-guard, +smugglers, +gull, +gulls, +sea-gull, +sea-gulls, +seagulls, +ebbed, +anemones, +moored, +ashore, +sands, +cliff, +crabs, +shell
sea / sea-waves, main-deck, quarter-deck, cabin of the ship, ship's cabin, forecastle, +shipmates, +boatswain, +bo'sun, +bosun, +skipper, +coxswain, +cabin-boy, +ship's cook, +topsail, +mainsail, +foresail, +masthead, +mast-head, +bowsprit, +gunwale, +fo'c'sle, +poop, +bulwarks, +hatchway, +tiller, +brigantine, +frigate, +man-of-war, +merchantman, +cutter, +lugger, +becalmed, +squall, +harpoon, +harpooner, +porpoises, +flying-fish, +sea-serpent, +sailed, +overboard, +aboard, +wave, +spyglass, +spy-glass, +castaways, +keel, +mate, +ship, +vessel, +mackerel, +sail
underwater / +mermen, +merman, +sea-king, +sea king, +mer-folk, +mermaids, +sea-maid, +oysters, +conch
sky / +balloonist, +flying-machine, +cloud-castle
cave / cavern floor, badger's hole, fox's earth, fox-hole, robbers' cave, underground hall, +stalactite, +miners, +miner
castle / castle-yard, castle hall, castle gate, castle walls, turret chamber, turret stair, +battlements, +gaoler, +jailer, +warder, +sentinel, +sentry, +armour, +coat-of-mail, +tapestry, +tapestries, +arras, +minstrel, +minstrels, +postern, +duke, +duchess, +baron, +baroness, +seneschal, +tournament, +heralds
throne room / throne-room, council-chamber, council chamber, palace hall, +king, +queen, +majesty, +sultan, +caliph, +chamberlain, +courtier, +lady-in-waiting, +ladies-in-waiting, +maids of honour, +coronation, +ambassador, +ambassadors, +vizier, +court
fairy village / fairy-land, fairy-ring, +elf, +fairy, +pixie, +gnome, +goblin, +glow-worm, +fairy-ring
"""

# Who and what moves about, or is carried: of a place one of them tells only loosely.
LOOSE = frozenset(
    word.strip()
    for word in """
    gull, gulls, seagull, seagulls, sea-gull, sea-gulls, hen, hens, rooster, goose, geese, goats, pigs, gander, gosling, goslings, cockerel, mare, calf, ox, cow, cows, bull, sheep, kennel, mill,
    cart, wagon, waggon, poultry, crowed, turnips, wheat, barley, goldfish, frogs, ducks, duckling, ducklings, swan, swans, drake, cygnet,
    cygnets, dragonfly, dragon-fly, newt, newts, heron, squirrel, squirrels, deer, stag, wolf, wolves, doe, fawn, nightingale, woodpecker,
    honey, holly, trees, mossy, hooting, robbers, huntsman, grasshopper, butterflies, lambs, hounds, kite, hamper, picnic, picnic rug, gipsies,
    shepherd, lark, tiger, parrots, monkeys, elephants, crocodile, python, leopard, ape, apes, gorilla, otter, salmon, trout, eel, minnow,
    minnows, water rat, water-rat, crab, crabs, jellyfish, starfish, shell, shells, pebbles, driftwood, foam, fisherman, fishermen, mermaid,
    mermaids, eagle, echo, scorpion, vulture, caravan, penguin, penguins, fairy, fairies, elf, elves, pixie, pixies, gnome, gnomes, goblin,
    goblins, brownies, glow-worm, king, queen, sultan, emperor, jester, majesty, court, duchess, duke, baron, baroness, sentinel, sentry,
    knights, cannon, banner, armour, trumpeter, pedlar, beggar, postman, policeman, constable, mayor, citizens, carter, coachman, coach,
    carriage, carriages, cab, gig, perambulator, motor-car, matches, hoop, puddles, procession, shopkeeper, customer, farmer, gardener, cook,
    nurse, butler, candlestick, teapot, teacups, tea-things, knitting, knitted, sewing, sewed, stitching, darning, darned, workbox,
    work-box, work-basket, workbasket, embroidery, spinning-wheel, spinning wheel, cushion, portrait, panes, window-pane, cocoa,
    candlelight, firelight, curtains, ashes, ham, porridge, pudding, broth, dumplings, pastry, baked, boiled, fried, roasted, basin, plates, dishes, copper,
    pots, flour, gravy, recipe, satchel, slate, ruler, globe, alphabet, lesson, forms, primer, scales, ounce, pennyworth, peppermints, ship,
    vessel, sail, sails, sailors, sailed, anchor, mate, cutter, wave, spray, mackerel, cabbage, cabbages, lettuce, lettuces, tulips, daffodils,
    marigolds, sunflowers, radishes, radish, crocus, daffodil, snowdrop, lavender, blossom, gooseberries, parsley, spade, rake, hoe, dug,
    thrush, washing, swing, parasols, bonfire, gnome, daisies, clover, buttercups, ice, frost, skates, throne, orb, sceptre, torch, pickaxe,
    bats, comet, planets, rainbow, swallows, balcony, shutters, spire, steeple, market, hedge, fence, bush, branches, bough, boughs, nightcap,
    night-cap, nightgown, lullaby, attic, loft, chalk, slide, football, drifted, paddled, fished, ferry, bread-pan, crook, flock, fold, turf
    """.replace("\n", " ").split(",")
)

# Words of other tables that tell of no place in such books.
NO_SIGNS = frozenset(["wings", "belfry", "stars", "till", "apron", "straw", "display", "sale", "bargain", "guards", "current", "crowd", "horizon", "torch", "bones", "clouds"])  # fmt: skip


def weighed(signs: Mapping[str, str]) -> dict[str, str]:
    """Signs, with a "?" before the place if they imply it only weakly."""
    return {word: f"?{place}" if word in LOOSE else place for word, place in signs.items()}


def classic_places() -> tuple[dict[str, str], dict[str, str]]:
    """Two mappings word → place: words that name a place, and signs that imply one."""
    named: dict[str, str] = {}
    telling: dict[str, str] = {}
    for line in PLACES.strip().splitlines():
        place, _, row = line.partition(" / ")
        for word in row.split(", "):
            (telling if word[0] == "+" else named)[word.lstrip("+")] = place
    return named, telling


# Meaning → nouns that WordNet lacks or takes for something else first; "=" says that a concept is just what a noun is,
# so that nobody need be told, and "None" that no picture shows it by itself.
NOUNS = {
    "": """
        nail, spindle, cloth, thatch, shaft, shavings, milestone, rick, haycock, hayrick, stack, faggot, button-hook, cradle, paddle, perch, quiver,
        hurdle, rushes, lilac, sail, stud, skimmer, bagpipes, blotter, buoy, bust, chopper, cinder, cinders, cistern, copybook, dovecot,
        embroidery, flint, gable, garland, gauntlet, lucifer, mantelshelf, packet, pillar, pincers, sampler, spur, tapestry, ant hill,
        apple tree blossom, bell rope, candle end, cart shed, finger post, fir cone, fir cones, fire irons, forget me not, hay cart, lily pad,
        stepping stone, sugar basin, tin soldier, drawbridge, jetty, scuttle, laburnum, violets, pinks, moneybox, mill, tongs,
        bellows, ninepins, skittles, nosegay, posy, pack saddle, curds, muff, knocker, crook, needlecase, work basket, workbasket,
        night light, tea things, knitting, needlework, patchwork, orb, canvas, weathercock, pot hook, fish kettle, bed curtains,
        mouse hole, honeycomb, dock leaves, cabbage stalk, apple core, orange peel, hour glass, sand glass, bird lime, wagon load
        """,
    "?things:pickaxe": "pick",
    "?": "pin, lid, copper, cover, hip, crane, boom, spit, hatch, stocks, reel, pan, form",
    "=things:horse": "mare, foal, colt, filly, stallion, gelding, cob, charger, nag, carthorse, cart horse",
    "=things:goose": "gander, gosling",
    "=things:donkey": "ass, jackass",
    "=things:chicken": "cock, cockerel, pullet, fowl",
    "=things:shoe": "slipper, clog, sabot",
    "=things:car": "motor car, motorcar, automobile",
    "=things:sailboat": "boat",
    "=things:book": "bible, prayer book, hymn book, volume, testament",
    "things:fish": "goldfish, minnow, stickleback, salmon, trout, mackerel, herring, haddock",
    "=things:piano": "pianoforte, harpsichord, spinet",
    "things:coin": "guinea, sixpence, shilling, florin, farthing, halfpenny, ducat, threepenny bit",
    "=things:balance": "scales",
    "?things:washing line": "washing",
    "=things:leaf": "dock leaf, cabbage leaf, lily leaf, rhubarb leaf, vine leaf",
    "=things:palm tree": "palm",
    "kinds:man": """
        haymaker, reaper, mower, thresher, ploughman, charcoal burner, gamekeeper, crossing sweeper, muffin man, town crier, lighthouse
        keeper, lock keeper, organ grinder, chimney sweep, sweep, wood cutter
        """,
    "kinds:boy": "ploughboy",
    "kinds:woman": "milkmaid, milk maid, dairy maid, kitchen maid, scullery maid, parlour maid, fishwife, laundress",
    "None": """
        smelt, draught, draughts, doorstep, threshold, landing, lobby, drive, terrace, paddock, shingle, byre, cellar, courtyard, fort, port,
        covert, arcade, arbour, bower, conservatory, hothouse, patio, channel, brine, buttery, aisle, colonnade, loggia, parapet, schoolhouse,
        summerhouse, turnpike, watercourse, waterway, watchtower, gangway, inglenook, mound, armoury, canteen, marina, mineshaft, sheepfold,
        sheepcote, sty, forecourt, harbor, moat, wharf, pier, dock, moorings, silly, bar, stall, mane, sill, spray, cobbles
        """,
}


def classic_nouns() -> dict[str, str | None]:
    """Noun → what it means, as in nouns.py."""
    return {
        " ".join(noun.split()): None if meaning == "None" else meaning
        for meaning, nouns in NOUNS.items()
        for noun in nouns.split(",")
        if noun.strip()
    }
