"""More words for places, times, weathers, poses and feelings, for the training of the reader.

The tables have the marks of synonyms.py; `+` marks what tells of a place though it names none: a stove tells of a
kitchen. Words that the tables of synonyms.py hold out for testing are taken out, and so is every phrase with a
word that only held-out words have. Of what is left every seventh, by its checksum, is a *dev* word: it is never
trained on either, so that the reader can be tuned without a look at the test words.
"""

from __future__ import annotations

import functools
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .related import related
from .synonyms import Words, all_tables, plain_words
from .verbs import IRREGULAR
from .wordnet import load_wordnet

SETTINGS = """
bedroom / bunk bed, sleeping chamber, guest room, spare room, child's room, ~in {poss} cot, ~in {poss} cradle, ~tucked up in bed, ~at the foot of the bed, ~upstairs in {poss} room, ~in the top bunk, ~against the pillows, ~on the mattress, ~in a hammock, ~beneath the eiderdown, ~in the four-poster, ~beside the night-light, +bed, +pillow, +quilt, +blanket, +mattress, +wardrobe, +nightgown, +pyjamas, +bedside lamp, +cradle, +cot, +eiderdown, +bolster, +chest of drawers, +dressing table, +lullaby, +bedpost, +bunk, +toy box, +nightcap, +bedtime story, +hot-water bottle, +dolls' house, +counterpane
kitchen / galley, bakehouse, pantry shelf, canteen, ~at the kitchen door, ~among the pots and pans, ~by the stove, ~with flour on {poss} hands, ~over the frying pan, ~at the sink, ~washing the dishes, ~stirring the soup, ~baking a cake, ~rolling out the dough, ~cooking supper, ~boiling the kettle, ~kneading the bread, ~frying pancakes, ~peeling potatoes, +stove, +oven, +saucepan, +frying pan, +kettle, +ladle, +rolling pin, +dough, +sink, +cupboard, +dishes, +flour, +teacups, +refrigerator, +cauldron, +griddle, +casserole, +dresser, +plates, +apron, +tea towel, +recipe, +jam jars, +spice rack, +biscuit tin, +cake tin, +whisk, +toaster, +gravy, +pots
living room / library of the house, cosy room, morning room, family room, study, salon, den with the television, ~in the armchair, ~by the fire, ~round the fire, ~before the fire, ~at the fireside, ~on the carpet, ~on the rug, ~in {poss} favourite chair, ~at the dinner table, ~watching television, ~on the couch, ~at the piano, ~in the rocking chair, ~on the settee, ~indoors, +fireplace, +sofa, +armchair, +carpet, +rug, +television, +piano, +rocking chair, +grandfather clock, +bookcase, +cushion, +footstool, +grate, +embers, +chandelier, +tea table, +portrait, +hearthrug, +poker, +writing desk, +china cabinet, +curtains, +candlestick, +knitting, +settee, +coffee table
classroom / schoolhouse, lecture hall, nursery school, infant school, reading room, form room, science room, ~in the front row of desks, ~with the other pupils, ~doing sums, ~learning {poss} letters, ~at lessons, ~at {poss} lessons, ~in the arithmetic lesson, ~before the whole class, ~in the spelling test, ~on the first day of term, ~raising {poss} hand to answer, +chalk, +school desk, +slate, +pupils, +homework, +lesson, +spelling book, +exercise book, +inkwell, +globe, +multiplication table, +schoolbag, +teacher's desk, +satchel, +alphabet, +ruler, +school bell, +bookshelves, +pencil case, +sums, +copybook, +report card, +classmates
shop / department store, bakery shop, butcher's, greengrocer's, florist's, drugstore, chemist's, pet shop, corner shop, shoe shop, bazaar, stall, antique shop, pawnshop, tailor's, candy store, hardware store, ice-cream parlour, hat shop, barber's, post office, ~buying bread, ~at the checkout, ~at the cash desk, ~paying for the apples, ~in the queue at the counter, ~before the shop window, ~among the customers, ~choosing a toy, +counter, +cash register, +customers, +price tag, +shopkeeper's scales, +shop window, +shelves full of toys, +shopping basket, +till, +wares, +shop assistant, +sale, +bargain, +display, +trolley, +receipt, +stallholder
street / alleyway, thoroughfare, cobbled street, promenade, square, market square, crossroads, highway, highroad, cul-de-sac, main road, back street, hamlet, suburb, metropolis, settlement, arcade, gutter, footpath, terrace, passageway, downtown, ~among the houses, ~round the corner, ~past the houses, ~outside the front door, ~between the tall buildings, ~at the bus stop, ~at the traffic lights, ~on the doorstep, ~under the street lamp, ~over the cobbles, ~at the crossing, ~from door to door, +lamp-post, +bus stop, +traffic, +cobblestones, +pavement, +cars, +houses, +shop windows, +traffic lights, +tram, +carriages, +taxi, +front gate, +street lamp, +gutter, +passers-by, +crowd, +signpost, +procession, +parade, +policeman, +kerb, +post box, +drain, ~on the way to school, ~on {poss} way to school, ~on the way home from school, ~on {poss} way home from school, ~on the way to work
playground / funfair, fairground, amusement park, skate park, play area, adventure playground, playing field, football pitch, zoo, circus, ~on the monkey bars, ~on the merry-go-round, ~in the sandbox, ~on the see-saw, ~playing hide and seek, ~playing tag, ~at the fair, ~on the big slide, ~pushing the swing, ~going down the slide, ~playing hopscotch, ~on the trampoline, +swing, +seesaw, +slide, +sandpit, +trampoline, +monkey bars, +merry-go-round, +Ferris wheel, +park bench, +skipping rope, +bandstand, +football, +goalposts, +hopscotch, +carousel, +paddling pool, +ice-cream van
garden / kitchen garden, rose garden, herb garden, front garden, flower bed, grounds, courtyard garden, yard, hothouse, conservatory, summer-house, ~among the tulips, ~under the lilac, ~among the cabbages, ~by the rose bushes, ~on the lawn, ~watering the flowers, ~pulling weeds, ~weeding, ~digging up carrots, ~picking roses, ~mowing the grass, ~by the sundial, ~behind the hedge, ~under the pear tree, ~over the garden wall, ~raking the leaves, +flower pot, +watering can, +rose bush, +hedge, +wheelbarrow, +flower beds, +lawnmower, +garden gate, +cabbages, +sunflowers, +tulips, +sundial, +bird bath, +trowel, +spade, +lettuces, +garden shed, +rake, +hollyhocks, +marigolds, +daffodils, +gooseberry bush, +bean poles, +trellis, +clothes line, +hose, +gnome, +garden bench, +birdhouse, +garden path, +radishes
farm / farmhouse, farmland, paddock, haystack, cattle shed, chicken coop, dairy, granary, wheat field, plantation, vineyard, barley field, mill, sheepfold, cow pasture, ~in the hay, ~among the cows, ~feeding the hens, ~milking the cow, ~in the straw, ~on the tractor, ~by the pigsty gate, ~collecting eggs, ~among the sheep, ~ploughing the field, ~gathering the harvest, ~on the hay cart, ~with the sheep, +tractor, +haystack, +plough, +hen, +cow, +sheep, +rooster, +pitchfork, +scarecrow, +trough, +milk churn, +sheaves, +hay, +straw, +harvest, +milking stool, +horse and cart, +geese, +pigs, +manger, +silo, +calf, +cart, +sickle, +scythe, +wheat, +barley, +ox, +windmill, +kennel, +beehives, +goats
forest / backwoods, pine forest, bush, undergrowth, clearing, wilderness, fir wood, birch wood, greenwood, enchanted forest, beech wood, spinney, brushwood, ~under the oak, ~behind a tree, ~between the trunks, ~from branch to branch, ~among the ferns, ~in the hollow tree, ~through the bracken, ~gathering mushrooms, ~chopping wood, ~over the mossy stones, ~among the fallen leaves, ~beneath the branches, ~among the firs, ~through the brambles, ~lost among the trees, ~up in the treetops, +oak, +pine cones, +moss, +ferns, +tree trunk, +hollow tree, +acorns, +bracken, +brambles, +fallen leaves, +birch, +squirrels, +toadstools, +woodpecker, +deer, +tree stump, +roots, +woodcutter, +twigs, +branches, +treetops, +beech, +fir, +owl's hoot, +badger's sett, +stag, +campfire, +wolves, +log cabin
hills / hillock, mound, hilltop, slope, plain, plateau, fells, steppe, pastureland, countryside, common, clover field, open country, rolling hills, green slope, lea, savanna, upland, ~among the daisies, ~over hill and dale, ~in the heather, ~among the buttercups, ~through the tall grass, ~on the grassy bank, ~up the slope, ~down the slope, ~over the stile, ~flying a kite, ~across the fields, ~among the wild flowers, ~in the clover, ~picking daisies, ~among the poppies, +heather, +daisies, +buttercups, +clover, +long grass, +stile, +skylark, +shepherd's flock, +poppies, +wild flowers, +kite, +grassy slope, +windmill on the hill, +butterflies, +thistles, +molehill, +gorse, +lambs, +picnic rug
mountains / mountaintop, peak, foothills, highlands, rock face, gorge, ravine, canyon, gulf between the rocks, volcano, mountain range, crest, pinnacle, cliff top, mountain hut, bluff, rocky ledge, abyss, ~among the boulders, ~above the valley, ~on the ledge, ~to the summit, ~up the rope, ~with {poss} climbing rope, ~above the tree line, ~on the rocky path, ~up and up to the snowy peaks, ~among the eagles, +boulder, +mountain goat, +ledge, +eagle's nest, +climbing rope, +avalanche, +alpenstock, +rocky path, +snowy peaks, +edelweiss, +ice axe, +chamois, +crevice, +summit cross, +scree, +echo
desert / dust bowl, sandy plain, outback, sandy waste, barren land, sands, dry land, pyramids, ~over the dunes, ~through the endless sand, ~on the camel's back, ~under the burning sun, ~in the shade of the pyramid, ~thirsty in the heat, ~among the sand hills, ~through the sandstorm, ~past the sphinx, ~with the caravan, +camel, +cactus, +pyramid, +sand dune, +caravan, +sandstorm, +scorpion, +date palms, +mirage, +sphinx, +bedouin tent, +rattlesnake, +vulture, +sand hills, +camel driver, +burning sand
snowfield / ice field, antarctic, polar ice, iceberg, ice cap, frozen lake, winter landscape, ice rink, snow-covered field, south pole, frozen plain, frozen land, ski slope, snow hut, ~on skis, ~on {poss} sledge, ~building a snowman, ~sledging down the hill, ~throwing snowballs, ~across the frozen pond, ~skating on the ice, ~over the icebergs, ~through the drifts, ~on snowshoes, ~in the white wilderness, +snowman, +snowball, +sledge, +iceberg, +skis, +ice, +snowdrifts, +polar bear, +icicles, +sleigh, +reindeer, +husky dogs, +skates, +snowshoes, +frozen pond, +toboggan, +eskimo, +snow hut, +frost
jungle / tropical woods, bamboo grove, bamboo forest, swamp forest, undergrowth of the tropics, monsoon forest, bayou, everglades, banana grove, ~from vine to vine, ~among the parrots, ~among the bamboos, ~under the banana leaves, ~on a creeper, ~among the orchids, ~with the monkeys in the treetops, ~among the tigers, ~under the giant leaves, ~through the steaming thicket, +creepers, +vines, +parrots, +tiger, +bamboo, +monkeys, +orchids, +banana tree, +python, +palm leaves, +jaguar, +crocodile, +toucan, +panther, +giant ferns, +coconut palm, +gorilla, +macaw, +elephants
river / waterway, riverside, estuary, rill, watercourse, waterfall, torrent, weir, mill stream, mill-race, dam, streamlet, towpath, cascade, tributary, footbridge, lock of the canal, riverbed, ~under the bridge, ~by the stream, ~on the bank, ~among the rushes, ~with the current, ~on a raft, ~in a rowing boat, ~under the willows, ~over the stepping stones, ~from bank to bank, ~fishing for trout, ~down the stream, ~upstream, ~downstream, +willow, +reeds, +raft, +trout, +fishing rod, +stepping stones, +water wheel, +kingfisher, +bulrushes, +otter, +beaver's dam, +barge, +salmon, +water rat, +current, +minnows, +canoe, +ferryman, +willows, +tadpoles
lake / pool, tarn, waterhole, fish pond, millpond, mountain lake, boating lake, basin of water, swan lake, lily pond, marsh, bog, swamp, ~by the pond, ~in the little boat, ~among the ducks, ~on a lily pad, ~in the pedal boat, ~from the boathouse, ~feeding the ducks, ~with the swans, ~on the still water, ~skipping stones, +lily pad, +swan, +ducks, +duckling, +rowing boat, +water lilies, +boathouse, +dragonfly, +goldfish, +frogs, +moorhen, +paddle boat, +ripples, +tench, +bullrush, +swans
beach / sands of the shore, seafront, coastline, seaboard, pier, wharf, dock, port, tideline, shingle, spit, lighthouse, marina, landing stage, sandy shore, headland, breakwater, mole of the harbour, sandbank, ~building sandcastles, ~collecting shells, ~by the waves, ~where the waves broke, ~on the pebbles, ~in the surf, ~under the beach umbrella, ~with bucket and spade, ~along the water's edge, ~on the pier, ~by the sea, ~at low tide, ~as the tide came in, ~among the seagulls, ~on the quayside, +sandcastle, +shells, +seaweed, +waves, +seagull, +starfish, +bucket and spade, +deck chair, +lighthouse, +tide, +crab, +pebbles, +driftwood, +fishing nets, +surf, +mussels, +jellyfish, +beach ball, +palm-fringed shore, +rock pool, +foam, +lifeguard, +cliffs
sea / high sea, waters, blue water, main deck, ship's deck, strait, gulf, channel, pirate ship, sailing ship, fishing boat, gale at sea, brine, crow's nest, ~in the boat on the waves, ~over the waves, ~on the raft, ~at the ship's wheel, ~in the rigging, ~under full sail, ~sailing to the island, ~before the mast, ~in the lifeboat, ~at the helm, ~among the whales, ~on the voyage, ~rowing against the waves, ~in a storm-tossed boat, +sails, +mast, +rigging, +anchor, +whale, +dolphins, +waves as high as houses, +pirate ship, +ship's wheel, +lifeboat, +schooner, +crow's nest, +helm, +rudder, +porpoise, +ship's bell, +cabin boy, +deck, +albatross, +spray, +sailors, +steamer, +horizon, +buoy
underwater / sea bottom, lagoon bed, sea cave, sunken ship, shipwreck, mermaid's palace, deep sea, aquarium, abyss of the sea, underwater cave, seaweed garden, ~among the corals, ~among the seaweed, ~with the mermaids, ~below the waves, ~in a submarine, ~among the sunken treasure, ~beneath the sea, ~deep under the water, ~among the jellyfish, ~under water, ~down to the wreck, +coral, +mermaid, +seaweed, +submarine, +sunken ship, +diver, +octopus, +sea horse, +jellyfish, +shoal of fish, +starfish, +pearl oyster, +diving bell, +sea anemone, +squid, +wreck, +shark, +manta ray, +turtle's shell, +air bubbles, +clam
sky / air, clouds, blue yonder, thin air, airspace, cloud castle, ~in the clouds, ~up to the clouds, ~in a balloon, ~in the hot-air balloon, ~over the treetops, ~above the roofs, ~in the aeroplane, ~on the back of a swan, ~over the chimneys, ~through the air, ~with the swallows, ~far above the fields, ~on a magic carpet, ~above the town, ~higher and higher, ~on {poss} broomstick, +clouds, +aeroplane, +hot-air balloon, +swallows, +magic carpet, +kite, +parachute, +wings, +airship, +helicopter, +rainbow, +flock of birds, +broomstick, +glider, +propeller
space / universe, the heavens beyond the moon, solar system, Mars, Saturn, Jupiter, moon crater, zero gravity, spaceship, starship, launch pad, lunar surface, comet's tail, deep space, stratosphere, ~to the moon, ~in a spaceship, ~through the galaxy, ~on another planet, ~beyond the stars, ~on a comet, ~in {poss} spacesuit, ~round the earth, ~among the meteors, ~weightless in the capsule, ~on Mars, ~past Saturn, +rocket, +astronaut, +spaceship, +planets, +comet, +meteor, +moon rock, +spacesuit, +alien, +satellite, +space helmet, +flying saucer, +crater, +moon buggy, +robot arm, +stars
cave / cellar, underground passage, hole in the rock, mineshaft, catacomb, crypt, rabbit hole, fox's den, bear's den, underground chamber, pit, vault, coal mine, dragon's hoard, rock chamber, ~beneath the mountain, ~deep underground, ~under the mountain, ~in the belly of the mountain, ~in the dragon's den, ~among the bats, ~inside the cave, ~down the mine, ~below the ground, ~by torchlight under the rock, +stalactites, +bats, +miner's lamp, +treasure hoard, +dripping stone, +echoing walls, +pickaxe, +torch, +stalagmites, +cave painting, +tunnel, +coal truck, +bones
castle / fort, keep, turret, rampart, moat, chateau, watchtower, castle wall, parapet, gatehouse, armoury, courtyard, ruins, fortification, walls of the city, portcullis, prison tower, ~in the tower, ~on the ramparts, ~across the moat, ~up the winding stair, ~at the tower window, ~behind the castle walls, ~guarding the gate, ~at the portcullis, ~with the knights, ~on the turret, ~in chains in the tower, +turret, +moat, +knights, +portcullis, +banner, +suit of armour, +catapult, +trumpeter, +spiral staircase, +arrow slit, +siege, +flags on the towers, +cannon, +castle gate, +guards, +coat of arms, +jousting lance, +winding stair
throne room / palace hall, king's hall, state room, coronation hall, royal palace, imperial palace, hall of mirrors, banquet hall, presence chamber, ~at court, ~before the king, ~before the queen, ~at the feet of the king, ~at the royal feast, ~at the king's ball, ~on the throne, ~on the red carpet before the king, ~among the courtiers, ~at the coronation, ~bowing to the queen, ~kneeling before the emperor, +throne, +courtiers, +sceptre, +royal robes, +king's crown, +red carpet, +herald, +jester, +velvet canopy, +golden goblets, +emperor, +marble pillars, +royal family, +orb, +lords and ladies, +footmen
fairy village / elfland, dwarf village, fairy glen, dwarf town, elfin village, fairy ring, toy village, leprechaun village, fairy kingdom, fairy dell, village of the little people, ~among the fairies, ~with the elves, ~at the fairy market, ~in the toadstool house, ~in the land of the elves, ~among the gnomes, ~with the little people, ~dancing with the pixies, ~in the acorn cottage, +fairies, +elves, +gnomes, +pixies, +toadstool house, +fairy wings, +fairy queen, +acorn cup, +fairy dust, +thimble bucket, +brownies, +little people, +goblins
"""

TIMES = """
day / daytime, ~at noonday, ~at breakfast, ~at breakfast time, ~after lunch, ~at teatime, ~this morning, ~next morning, ~in the bright sunlight, ~at sunrise, ~at dawn, ~at daybreak, ~at cockcrow, ~at dinner-time in the heat of the day, ~one hot afternoon, ~in the afternoon sun, ~on a fine morning, ~at eleven in the morning, ~at three in the afternoon, ~in the heat of the day, ~all day long, ~by day, ~as soon as it was light, ~when the sun was up, ~with the sun on {poss} back, ~on the way to school, ~after church, ~during playtime, !the sun rose, !the sun came up, !the sun beat down, !the sun came out, !day broke, !the cock crowed, !the morning sun shone, !it was a bright morning, !the sun stood high, !it was nearly noon, !the clock struck twelve noon, !the day was hot, !the sun smiled down, !sunbeams danced, !sunlight streamed in, !it was broad day, ~in the sunlight, ~on a sunny morning, ~after the morning lessons, ~at mid-morning, ~the whole afternoon, ~at high noon, ~on a bright summer day, ~from morning on
sunset / ~at evening, ~at the close of day, ~before sunset, ~in the sunset, ~in the dusk, ~in the twilight, ~late in the afternoon, ~in the red glow of evening, ~with the setting sun behind {poss} back, ~just before dark, ~as the shadows grew long, ~when the lamps were lit, ~at vespers, ~in the last rays of the sun, ~in the evening glow, ~in the fading day, ~this evening, ~in the cool of the evening, ~after supper, ~after tea, ~when the day's work was done, ~towards dusk, ~at close of day, !the sun was going down, !the sun disappeared behind the hills, !the sun dipped behind the trees, !the shadows grew long, !evening came, !dusk fell, !twilight came, !it was getting dark, !the sky glowed orange, !the day was ending, !the west was red, !it grew dusky, !darkness was coming on, !the sky turned pink, !the sun was low, !the last sunbeam went, !the sun slipped down, !evening fell, !the sky was all gold and red, !dusk crept over the land
night / nighttime, ~all night, ~all night long, ~that very night, ~in the night, ~past midnight, ~at the witching hour, ~in the darkness, ~in the starlight, ~through the dark night, ~when everyone was asleep, ~while the others slept, ~by lamplight in the dark, ~by candlelight at night, ~in the pitch dark, ~as the clock struck midnight, ~beneath the moon, ~beneath the stars, ~long after bedtime, ~at dead midnight, ~under the moon, ~under a starry sky, ~in the black of night, ~before daybreak, ~tonight, ~with a lantern in the dark, !night fell, !night came, !the moon was up, !the moon was full, !the moon was bright, !the stars shone, !the stars glittered, !the stars were out, !an owl hooted in the dark, !it was midnight, !the clock struck twelve at night, !it was pitch dark, !the whole house was asleep, !the moon came up, !the moon peeped out, !the full moon stood over the roofs, !it was bedtime, !darkness covered everything, !the moonbeams played, !there was no moon, !a shooting star fell, !the night was black, !the lamps had long been put out, !the moon looked down, !all the lights were out
"""

WEATHERS = """
clear / sunny, radiant, splendid, lovely, warm, golden, glorious, beautiful, sunlit, sunshiny, hot, mild, balmy, dry, ~in brilliant sunshine, ~in lovely weather, ~in the hot sun, ~in fine weather, ~beneath a blue sky, ~in the best of weather, ~under the bright sun, ~in the warm sunshine, !the day was bright, !the sky was clear, !the sky was as blue as could be, !no cloud was to be seen, !the sun shone brightly, !it was lovely weather, !it was a glorious day, !the heavens were blue, !the rain had stopped and the sky was blue, !the air was clear, !the weather was lovely, !it was hot and sunny
cloudy / clouded, gloomy and grey, grey, sunless, gray, dark and cloudy, ~beneath a dark sky, ~beneath grey clouds, ~under the gathering clouds, ~under a cloudy sky, ~under black clouds, ~in gloomy weather, ~under an overcast sky, ~beneath the clouds, !the sky was grey, !the sky was cloudy, !the sun hid behind the clouds, !the clouds gathered, !the clouds hung low, !clouds drifted over the sun, !a cloud hid the sun, !big clouds rolled up, !dark clouds came over the hills, !the sun was hidden by clouds, !it clouded over, !the clouds grew thicker, !not a ray of sun came through the clouds, !the heavens were grey
rain / wet, showery, drizzly, pouring wet, damp, tempestuous, soaking, squally, ~in the thunder, ~in a rainstorm, ~through the storm, ~in the cloudburst, ~in the pouring rain, ~through the mud and the wet, ~under the dripping trees, ~in the hailstorm, ~in the tempest, ~dripping wet, ~soaked to the skin, ~in the lashing rain, ~in streaming rain, ~wet through with rain, !the rain fell, !rain came down, !raindrops fell, !the storm raged, !the thunder growled, !lightning flashed, !the rain streamed down, !the rain splashed, !it began to rain, !the rain would not stop, !raindrops pattered, !it rained cats and dogs, !water dripped from the leaves, !the gutters ran over with rain, !the first drops came down, !it thundered, !a thunderstorm broke, !the rain drummed on the roof, !there was a heavy shower, !the heavens opened, !hail rattled down, !puddles stood everywhere
snow / wintry, snow-white, icy, frosty, blizzardy, ~in the falling snow, ~in the snowdrifts, ~through the whirling snow, ~in a snow shower, ~through the white flakes, ~in a winter storm, ~over the fresh snow, ~under a blanket of snow, ~knee-deep in snow, ~with snowflakes on {poss} nose, ~among the snowflakes, ~in the driving snow, ~in deep snow, !the snow fell, !snow came down, !the first snow fell, !the snow lay thick, !big flakes came floating down, !everything was white with snow, !the flakes danced, !the ground was white, !it snowed and snowed, !a snowstorm raged, !the roofs were white with snow, !winter had covered everything in white, !snowflakes drifted by, !the snow fell thick and fast, !it was snowing hard, !soft snow covered the path
fog / fog-bound, cloudy with mist, dim and misty, smoky, steamy, murky with fog, vaporous, ~through the mist, ~in the thick fog, ~in a cloud of mist, ~in the white mist, ~lost in the fog, ~in the haze, ~through grey fog, ~in the morning mist, ~out of the mist, ~in the sea fog, ~in dense fog, ~in the swirling mist, ~in the vapour, !the fog came in, !the fog was thick, !fog lay over the fields, !the mist was so thick that nothing could be seen, !mist covered the ground, !everything was grey with fog, !the fog would not lift, !mist crept over the water, !you could not see your hand for fog, !the air was thick with mist, !a mist came up, !fog swallowed the houses, !the hills were hidden in mist, !a grey mist lay everywhere
"""

POSES = """
standing / remain, stay, rise to {poss} feet:rose, get up:got, stand there:stood, tower, stand on tiptoe:stood, face the others, pose, hang about:hung, stand guard:stood, wait outside, keep still:kept, freeze:froze, lean against the wall, stay behind, look about, look up, stand aside:stood, hesitate, tarry, loaf, stand in line:stood, stand upright:stood, hover about the door, keep watch:kept, look round, attend, stop short, loom, dawdle, stop dead, stand waiting:stood, observe, examine, inspect, notice, watch closely, await a friend, hold still:held, stand rooted to the spot:stood, ~on {poss} feet, ~upright, ~at attention, ~on the lookout, fold {poss} arms, cross {poss} arms, shake {poss} head:shook, fold their arms, cross their arms
walking / ramble, pace, tread:trod, limp, waddle, hobble, toddle, stalk, sneak, parade, strut, stagger, clump, stamp along, lumber, patter, pad, meander, tramp, traipse, promenade, toil along, wend {poss} way, follow, cross over, journey, mosey, totter, file past, shamble, slouch along, slink:slunk, steal away:stole, travel, proceed, step along, go for a walk:went, take a walk:took, go along:went, make {poss} way:made, walk off, walk about, go on {poss} way:went, go home:went, march off, turn back, head for home, rove, ~on foot, ~on {poss} way, approach, leave:left, enter, go in:went, climb, clamber, mount the steps, come along:came, pass by, return, arrive, depart, go into:went, go through:went, go out of:went
running / run around:ran, run round:ran, tear along:tore, speed:sped, jog, lope, canter, career, hasten, flit off, scoot, scud, whisk away, hare off, hurtle, rush off, rush away, take to {poss} heels:took, make off:made, dash off, run about:ran, run along:ran, pelt, fly down the path on foot:flew, race off, zoom, hotfoot it, run for {poss} life:ran, escape, storm out, pursue, make a dash:made, come running:came, break into a run:broke, run after the ball:ran, scramble, whiz, bustle, bowl along, romp, streak, hustle, stampede, gallop away, hurry along, hurry off, tear off:tore, rush past, chase after the others, run up:ran, run down:ran, gad about, run as fast as {poss} legs could go:ran, skate, ice-skate, play football, play soccer, play catch, play ball, kick the ball, kick a ball
jumping / bob, caper for joy, spring up like a ball, jump over, leap over, jump for joy, leap into the air:leapt, hop about, hop along, bounce up and down, frisk, gambol, clear the fence, hop on one leg, take a leap:took, make a jump:made, leapfrog, pop up, bounce about, leap up:leapt, jump across, jump down, do a somersault:did, turn a somersault, jump about, do a handstand:did, do cartwheels:did, turn cartwheels, skip rope, skip about, bound along, fling up {poss} heels:flung, somersault, jump off, lunge, jump high, pounce upon the prey, bounce like a ball, hop off, start up, kick up {poss} heels, jolt up, leap across:leapt
sitting / be seated:was, settle, lounge, recline, take {poss} seat:took, sit by:sat, sit together:sat, sit still:sat, squat down on {poss} heels, sink down:sank, kneel down:knelt, sit cross-legged:sat, roost, bestride the horse:bestrode, drive:drove, steer, sit up straight:sat, ensconce, sprawl in a chair, nestle in a chair, sit side by side:sat, sit round the table:sat, sit beside the others:sat, sit at the table:sat, have a seat:had, flop down, plop down, sit back:sat, lean back, ride along:rode, ride on a donkey:rode, swing on the swing:swung, hunch, rock in the chair, row a boat, dangle {poss} legs, travel in a carriage, paddle a canoe, pilot the plane, fish from the bank, brood, ~on {poss} knees, ~cross-legged, ~enthroned, ~on horseback, ~on a chair, ~on {poss} bottom, knit, sew, write a letter:wrote, play the piano, milk the cow, spin wool:spun, lie awake:lay, lie wide awake:lay, sit awake:sat
sleeping / sleep soundly:slept, be asleep:was, repose, hibernate, lie down to sleep:lay, lie sleeping:lay, drift off, take a nap:took, have a nap:had, take forty winks:took, catnap, drowse off, sleep on:slept, oversleep:overslept, snooze, rest in bed, close {poss} eyes, shut {poss} eyes:shut, go to bed:went, be in bed:was, lie still:lay, lie on {poss} back:lay, lie quietly:lay, dream sweetly, kip, sleep like a log:slept, fall into a deep sleep:fell, lie stretched out:lay, doze off, snore loudly, lie in the grass:lay, sink into sleep:sank, pass the night in sleep, retire to bed, turn in for the night, bed down, stretch out, ~in a deep sleep, ~in the land of dreams, ~dead to the world, ~lying down, ~dozing
waving / wave {poss} hat, wave {poss} handkerchief, flap {poss} arms, say good night:said, say farewell:said, bow, greet the neighbours, salute, wag a paw, wave to the others, take leave:took, shake hands:shook, lift {poss} hat, raise {poss} hand, wave both arms, wave good-bye, nod in greeting, flourish a handkerchief, welcome, wave {poss} arms, wave from the window, wave cheerfully, call goodbye, curtsy, raise {poss} cap, throw a kiss:threw, blow a kiss:blew, tip {poss} hat, wave after the train, welcome the guests, swing {poss} arm in greeting:swung, put up {poss} hand:put, hold up {poss} hand:held, shout goodbye, high-five, flag down the bus, raise {poss} hands, raise their hands, put up {poss} hands:put, put up their hands:put, put {poss} hand up:put, put {poss} hands up:put, put their hands up:put, hold up {poss} hands:held, hold up their hands:held, throw up {poss} hands:threw, raise {poss} paw, lift {poss} hands, raise {poss} arms
pointing / point out, point at the sky, point to the door, point with {poss} stick, aim, direct, show:showed, point upward, stretch out {poss} arm, hold out a finger:held, raise a finger, show them where:showed, stretch out a finger, lift {poss} finger, guide the others, point ahead, point across the water, direct the way, draw attention to the tree:drew, show the others:showed, mark the spot, point straight ahead, aim {poss} finger, point down, nod towards the hills, jab a finger, wag a finger, point the finger, indicate, designate, single out, point behind, point far away, show the path:showed, aim at the target, wag {poss} finger
dancing / foxtrot, tango, tap-dance, jive, polka, jig, step to the music, tumble in a ring, dance round and round, whirl to the music of the fiddle, dance on tiptoe, dance a waltz, dance the polka, turn round and round, swing in a ring:swung, move to the music, hop in time to the music, dance for joy, rock to the beat, shimmy, boogie, dance together, dance a hornpipe, trip the light fantastic, dance hand in hand, do a dance:did, perform a ballet, twirl about, spin round:spun, gyrate, reel, dance with the others, spin like a top:spun, tap {poss} feet to the tune, bop, frolic to the music, minuet, quickstep, rumba, dance the night away, lead the dance:led, cut a caper:cut
flying / wing {poss} way, soar up, fly high:flew, flap {poss} wings, sail through the air, hover overhead, flap, beat {poss} wings:beat, zoom overhead, fly over:flew, fly up:flew, fly away:flew, circle overhead, glide along, glide through the air, ascend, rise up:rose, spread {poss} wings:spread, take off:took, take wing:took, shoot up into the sky:shot, fly past:flew, whirr, fly round:flew, fly about:flew, fly around:flew, hang in the air:hung, rise higher and higher:rose, levitate, skim over the trees, float in the air, float up, aviate, parachute, fly home:flew, soar over, soar high, ride on the wind:rode, be carried off by the wind:was, swing through the air:swung, mount into the air, fly on the broomstick:flew, balloon up, circle in the air, orbit
swimming / snorkel, dip, float on {poss} back, swim about:swam, swim along:swam, swim off:swam, plunge in, dive in, dive down, splash in the water, swim a lap:swam, take a dip:took, have a swim:had, go swimming:went, bathe in the sea, go for a swim:went, crawl through the water, duck under, paddle about, bob up and down in the water, swim back:swam, swim for the shore:swam, swim away:swam, take a bath:took, have a bath:had, jump into the water, dive for pearls, surf, dog-paddle, breaststroke, drift in the water, plop into the water, submerge, skinny-dip, dive under, swim like a fish:swam, swim under the water:swam, swim out:swam, swim round:swam, struggle in the water, strike out for the shore:struck, wallow, dabble in the water, soak in the tub
reading / scan, pore over the map, skim the page, read on:read, read out:read, read a book:read, read the letter:read, read the newspaper:read, spell out the words, learn to read, look at a picture book, look into a book, leaf through the pages, thumb through the book, turn over the leaves of the book, sit with a book:sat, bury {poss} nose in a book, stick {poss} nose in a book:stuck, recite from a book, read a fairy tale:read, pick up the paper to read, read poems:read, study the map, read the sign:read, read the message:read, read to the others:read, decipher the note, study {poss} lessons, look up a word in the dictionary, devour a storybook, consult the book, finish the chapter, be deep in a book:was, unfold the newspaper, open the letter, read from the scroll:read, scan the headlines, flip through the album, look through the magazine, ~reading, ~absorbed in a book
eating / dine on soup, sup, swallow, swallow up, lick, sip, slurp, crunch, lunch, breakfast, bolt {poss} dinner, tuck in, bite:bit, gorge, picnic, graze, feed on leaves:fed, browse on the grass, eat greedily:ate, eat {poss} dinner:ate, eat {poss} supper:ate, eat a bun:ate, eat {poss} fill:ate, eat cake:ate, drink milk:drank, drink {poss} tea:drank, have tea:had, have dinner:had, lick {poss} plate, lick an ice cream, stuff {poss} mouth, wolf {poss} food, champ, suck a sweet, finish {poss} porridge, help {poss} self to cake, take a bite:took, cram {poss} mouth, peck at the crumbs, lap up the milk, drain the cup, chew on a bone, consume, ingest, crunch a carrot, lick the bowl, spoon up the soup, eat an apple:ate, bite off a piece:bit, share a pie, taste the honey, enjoy {poss} pudding, guzzle, have {poss} breakfast:had, swig, polish off the pie
hugging / enfold, caress, fondle, pat, stroke, hold tight:held, fall into each other's arms:fell, fall on {poss} neck:fell, take in {poss} arms:took, take a friend in {poss} arms:took, cling:clung, wrap {poss} arms around a friend, give a big hug:gave, give a kiss:gave, fling {poss} arms about a friend:flung, throw {poss} arms round {poss} neck:threw, press a friend to {poss} heart, cuddle up, pet, clasp in {poss} arms, hold each other close:held, kiss a friend, embrace tenderly, hug tightly, lean {poss} cheek against a friend, rub noses, kiss goodnight, comfort a friend, pat a friend on the back, give a cuddle:gave, hug {poss} mother, hug {poss} father, cuddle the baby, huddle together, smooch, hold hands:held, draw a friend close:drew, nuzzle, canoodle, gather in {poss} arms, cling to {poss} friend:clung, cling to:clung, cling tight to:clung
holding / seize, grab, tote, bear aloft:bore, lift up, hoist, take:took, take up:took, catch:caught, catch hold of:caught, keep hold of:kept, heave, raise, pull along, drag along, tug, tow, shoulder, swing:swung, wield, hug to {poss} chest, hold out:held, offer, hand over, fetch, deliver, pull out, pull up, pluck, gather, collect, pack up, keep in {poss} hand:kept, hold in {poss} arms:held, hold fast:held, hold on to:held, take hold of:took, snatch, snatch up, scoop up, balance, push, show off:showed, bring along:brought, bring in:brought, cart, transport, convey, carry away, carry home, carry off, take out:took, take along:took, tuck under {poss} arm, handle, lay hold of:laid, grapple, present, receive, pick, wheel, throw:threw, toss, juggle, shake:shook, press
falling / collapse, crash, crash down, drop, drop down, sink to the ground:sank, pitch over, tumble down, tumble over, tumble out, fall off:fell, fall in:fell, fall into the hole:fell, fall flat:fell, fall out of the tree:fell, fall on {poss} nose:fell, slip off, slip over, slip on the ice, trip over, trip over a root, stumble over a stone, go head over heels:went, roll down, roll over, plunge, plunge down, come crashing down:came, come down with a bump:came, go sprawling:went, take a tumble:took, land on {poss} bottom, fall backwards:fell, fall through the air:fell, be knocked over:was, slide down:slid, slide off:slid, skid, flop over, measure {poss} length on the ground, overbalance, nosedive, cascade down, capsize, descend headlong, hurtle down, drop like a stone, crumple, tip over, go down with a thud:went, miss {poss} footing
"""

EXPRESSIONS = """
happy / joyous, radiant, gay, contented, cheery, sunny, thrilled, lighthearted, elated, jubilant, ecstatic, amused, hopeful, blessed, satisfied, gratified, glad-hearted, enchanted, charmed, rapturous, exultant, enthusiastic, eager, good-humoured, thankful, grateful, playful, laughing, smiling, beaming, triumphant, rejoicing, mirthful, in high spirits, full of joy, as happy as could be, beside {poss} self with joy, tickled pink, over the moon, ~with a smile, ~with a laugh, ~for joy, ~with shining eyes, ~laughing, ~singing merrily, ~with joy in {poss} heart, ~beaming all over {poss} face, !rejoice, !sing for joy:sang, !titter, !smirk, !crow with delight, !laugh out loud, !burst out laughing:burst, !hum a happy tune, !glow with pride, !hurrah, !shout for joy, !smile from ear to ear, !whoop, !exult
sad / mournful, melancholy, wretched, dismal, glum, grieved, woeful, forlorn, depressed, blue, broken-hearted, sorrowing, unlucky, hopeless, despairing, woebegone, disconsolate, dispirited, low-spirited, discouraged, crestfallen, moping, hurt, regretful, ashamed, upset, forsaken, desolate, gloomy-faced, in tears, in despair, close to tears, out of heart, heavy-hearted, ~with tears in {poss} eyes, ~with a heavy heart, ~with a sigh, ~weeping, ~crying bitterly, ~sobbing, ~{poss} eyes filled with tears, ~hanging {poss} head, ~in sorrow, !mourn, !lament, !grieve, !moan, !wail, !mope, !hang {poss} head:hung, !burst into tears:burst, !shed tears:shed, !blubber, !pine, !bawl, !sniff, !snivel, !wipe away a tear, !groan, !despair
angry / irritated, indignant, wrathful, outraged, raging, infuriated, incensed, fierce, irritable, grumpy, vexed, mad with rage, sulky, cranky, crabby, grouchy, displeased, provoked, exasperated, offended, hostile, peevish, snappish, savage, seething, boiling with rage, ill-tempered, hot-tempered, quarrelsome, resentful, in a temper, in a fury, beside {poss} self with rage, out of temper, red with anger, ~with an angry look, ~in anger, ~grinding {poss} teeth, ~shaking {poss} fist, ~with flashing eyes, ~purple with fury, !rage, !fume, !scold, !storm, !grumble, !roar with rage, !snap, !lose {poss} temper:lost, !clench {poss} fists, !shake {poss} fist:shook, !gnash {poss} teeth, !sulk, !fly into a rage:flew, !yell, !hiss, !bristle, !pout, !rant, !stamp with rage
surprised / astonied, thunderstruck, bewildered, dazed, open-mouthed, speechless, taken aback, shocked, perplexed, confounded, awestruck, baffled, staggered, gobsmacked, spellbound, wondering, astonished beyond words, lost in wonder, curious, mystified, struck dumb, confused, agape, full of surprise, ~in surprise, ~in wonder, ~in astonishment, ~with wide eyes, ~with round eyes, ~with open mouth, ~opening {poss} eyes wide, ~staring with all {poss} eyes, ~quite taken by surprise, ~{poss} jaw dropped, ~{poss} eyebrows shot up, !marvel, !gape, !wonder, !stare open-mouthed, !goggle, !blink, !start with surprise, !raise {poss} eyebrows, !hold {poss} breath:held, !exclaim, !gawk, !drop {poss} jaw, !rub {poss} eyes in wonder
scared / fearstricken, timid, horrified, panic-stricken, trembling, timorous, anxious, uneasy, aghast, terror-stricken, jumpy, shaky, frightened out of {poss} wits, scared to death, apprehensive, cowardly, jittery, spooked, startled with fear, dismayed, in terror, in fright, pale with fear, white with fright, afraid of the dark, full of fear, half dead with fright, shy, nervous as could be, distressed, troubled, ~with chattering teeth, ~with fear, ~trembling all over, ~white as a sheet, ~{poss} heart beat fast, ~{poss} hair stood on end, ~{poss} teeth chattered, ~shaking with fright, !cringe, !shudder, !shrink back:shrank, !scream, !shriek, !flinch, !recoil, !turn pale, !quiver, !squeal with fear, !panic, !dread, !cry for help, !blench, !back away, !wince, !fear, !cover {poss} eyes
sleepy / fatigued, worn-out, wearied, tired out, nodding, dog-tired, slumberous, yawning, fagged, lethargic, languid, ready for bed, dead tired, half awake, heavy with sleep, dull with sleep, fit to drop, overtired, sluggish, tuckered out, all in, drained, dreamy, somnolent, ~with heavy eyes, ~with a yawn, ~yawning, ~rubbing {poss} eyes, ~{poss} eyelids drooped, ~{poss} eyes fell shut, ~{poss} head nodded, ~struggling to stay awake, ~{poss} eyes kept closing, !yawn and stretch, !rub {poss} eyes, !stifle a yawn, !nod with weariness, !droop, !flag, !gape with sleep, !blink sleepily, !long for bed
calm / still, restful, untroubled, collected, mild, cool, level-headed, good-natured, soft, self-possessed, sober, dreamily content, steady, easy, pensive, comfortable, at peace, quiet as could be, unworried, unconcerned, dignified, meditative, reflective, in no hurry, unmoved, cosy, sedate, equable, cool-headed, undisturbed, at rest, contented and still, snug, silent, kindly, unafraid, solemn, without a care, ~in peace, ~peacefully, ~calmly, ~quite at ease, ~with a quiet mind, ~without hurry, ~in silence, ~deep in thought, ~as cool as a cucumber, ~lost in thought, !breathe easily, !relax, !calm down, !ponder, !muse, !reflect, !keep calm:kept, !meditate, !keep quiet:kept, !compose {poss} self, !cool down, !settle {poss} mind
"""

# Places that are things as well: they tell of a place, and are drawn or reported as things.
SMALL = frozenset(
    """
    schooner, bush, gutter, steeple, spire, belfry, coop, hencoop, chicken coop, sloop, brig, ketch, haystack, haycock, hayrick,
    footbridge, turret, flower bed, sandbox, iceberg, berg, submarine, spaceship, starship, lighthouse, sailing ship, fishing boat,
    pirate ship, shipwreck, sunken ship, driveway, dam, weir, pyramids, volcano, crow's nest, bunk bed, portcullis, fish tank,
    fishbowl, rain barrel, minaret, campanile, sailboat, trawler, galleon, dhow, yawl, barque, lifeboat, windmill, well, pool,
    fishpond, brushwood, rick, trestle, palisade, stockade, summer-house, ice rink, deck, granary, mill, stall, bookstall
    """.replace("\n", " ")
    .replace("    ", "")
    .split(", ")
)

_TABLES = {"settings": SETTINGS, "times": TIMES, "weathers": WEATHERS, "poses": POSES, "expressions": EXPRESSIONS}


@dataclass
class More:
    """More words of one concept, with marks, by split: training, dev (for tuning), and near.

    Those `near` a held-out word ("snuggle up" if "snuggle" is held out) are in the lexicon only.
    """

    training: list[str] = field(default_factory=list)
    dev: list[str] = field(default_factory=list)
    near: list[str] = field(default_factory=list)

    @property
    def all(self) -> tuple[str, ...]:
        """The training and the dev words."""
        return (*self.training, *self.dev)


def surface_forms(category: str, marked: Iterable[str]) -> tuple[str, ...]:
    """Marked words as they occur in texts, verbs in all forms."""
    return plain_words(
        tuple(word.replace("+", "=") if word[0] == "+" else word for word in marked), category == "poses"
    )


@functools.cache
def more_words() -> dict[str, dict[str, More]]:
    """More words of every concept, by category.

    None is held out for testing, and none of the training or dev words shares a stem with the held-out words alone.
    """
    found = {}
    for category, table in _TABLES.items():
        base = all_tables()[category]
        unseen = _held_out_stems(base)
        taken = {word for entry in base.values() for word in (entry.name, *entry.training, *entry.held_out)}
        written = {
            name: [word for word in _row(row) if word.lstrip("~!=+").partition(":")[0] not in taken]
            for name, row in _lines(table)
        }
        rows = {name: [word for word in row if not (_tokens(word) & unseen)] for name, row in written.items()}
        more = found[category] = _split_dev(rows, base)
        kept = unseen | {token for each in more.values() for word in each.dev for token in _tokens(word)}
        for name, words in _from_wordnet(category, rows, base).items():
            new = [word for word in words if word not in taken]
            more[name].training += [word for word in new if not (_tokens(word) & kept)]
            more[name].near = [word for word in (*written[name], *new) if word not in more[name].all]
    return found


def tabled(category: str, part: str) -> dict[str, str]:
    """Training words of one part of speech, in WordNet's spelling → concept; words of two concepts are left out."""
    mark = "!" if part == "v" and category == "expressions" else ""
    found: dict[str, set[str]] = {}
    for concept, more in more_words()[category].items():
        entry = all_tables()[category][concept]
        for word in (*entry.marked, *more.training, *(() if part == "v" else (entry.name,))):
            if word[0] == mark or (not mark and word[0] not in "~!=+"):
                base = word.lstrip("!").partition(":")[0].lower().replace(" ", "_")
                found.setdefault(base, set()).add(concept)
    return {word: next(iter(concepts)) for word, concepts in found.items() if len(concepts) == 1}


def _lines(table: str) -> list[tuple[str, str]]:
    return [(name.strip(), row) for name, _, row in (line.partition("/") for line in table.strip().splitlines())]


def _row(row: str) -> list[str]:
    return [word.strip() for word in row.split(",") if word.strip()]


def _held_out_stems(base: Mapping[str, Words]) -> set[str]:
    """Stems that occur in held-out words only."""
    known = {token for entry in base.values() for word in (entry.name, *entry.training) for token in _tokens(word)}
    held = {token for entry in base.values() for word in entry.marked_held_out for token in _tokens(word)}
    return held - known - _STOP_STEMS


def _tokens(word: str) -> set[str]:
    """The stems of a marked word or phrase: "~in {poss} cosy rooms" → cosy, room."""
    text = word.lstrip("~!=+").replace("{poss}", "").replace(":", " ").lower()
    return {stem(token) for token in re.findall(r"[a-z']+", text)}


def stem(token: str) -> str:
    """A rough stem, just good enough to show that two words may be related."""
    token = token.removesuffix("'s")
    for ending in ("ing", "ed", "es", "s", "ly", "y", "e"):
        if token.endswith(ending) and len(token) - len(ending) >= 3:
            token = token.removesuffix(ending)
            break
    return token[:-1] if len(token) > 3 and token[-1] == token[-2] else token


_STOP_STEMS = {stem(word) for word in ["a", "an", "the", "of", "in", "on", "at", "to", "by", "up", "out", "off", "down", "with", "from", "for", "and", "it", "was", "is", "that", "when", "over", "under", "through", "about", "be"]}  # fmt: skip
_DEV = 7


def _split_dev(rows: Mapping[str, list[str]], base: Mapping[str, Words]) -> dict[str, More]:
    """Put every seventh word into the dev split, and drop training words that share a rare stem with one."""
    found = {name: More() for name in base}
    for name, row in rows.items():
        for word in row:
            (found[name].dev if zlib.crc32(word.encode()) % _DEV == 0 else found[name].training).append(word)
    often = Counter(token for more in found.values() for word in more.training for token in _tokens(word))
    known = {token for entry in base.values() for word in (entry.name, *entry.training) for token in _tokens(word)}
    rare = {
        token for more in found.values() for word in more.dev for token in _tokens(word) if often[token] < 4
    } - known
    for more in found.values():
        more.training = [word for word in more.training if not (_tokens(word) & rare)]
    return found


def _from_wordnet(category: str, rows: Mapping[str, list[str]], base: Mapping[str, Words]) -> dict[str, list[str]]:
    """The words that WordNet relates to those of a category, with marks."""
    if category in ("times", "weathers"):
        return {}
    seeds = {
        name: [entry.name, *(word.partition(":")[0] for word in (*entry.marked, *rows[name]) if word[0] not in "~!=+")]
        for name, entry in base.items()
    }
    found = {name: list(words) for name, words in related(load_wordnet(), category, seeds).items()}
    if category == "expressions":
        verbs = {
            name: [word[1:].partition(":")[0] for word in (*entry.marked, *rows[name]) if word[0] == "!"]
            for name, entry in base.items()
        }
        for name, words in related(load_wordnet(), category, verbs, "v").items():
            found[name] += [f"!{with_past(word)}" for word in words]
    if category == "poses":
        found = {name: [with_past(word) for word in words] for name, words in found.items()}
    return {name: [word for word in words if word.lstrip("!") not in _WRONG[category]] for name, words in found.items()}


def with_past(word: str) -> str:
    """A verb with its irregular past added, if it has one: "run off" → "run off:ran"."""
    first = word.partition(" ")[0]
    return f"{word}:{IRREGULAR[first]}" if first in IRREGULAR else word


# What WordNet puts near a concept and no story means by it.
_WRONG: dict[str, frozenset[str]] = {
    "settings": frozenset(word.strip() for word in """
        caboose, cuddy, officer's mess, triclinium, moulin, proprietary colony, solar trap, suntrap, rail line, railway line,
        spur track, branch line, water chute, ventilation shaft, elevator shaft, coal chute, arrival gate, departure gate,
        chute, national capital, provincial capital, state capital, borscht belt, borscht circuit, borsht belt,
        borsht circuit, gridiron, palaestra, palestra, spa, vacation spot, resort area, assembly plant, auto factory,
        automobile factory, cannery, car factory, chemical plant, cotton mill, factory, foundry, iron foundry, lumbermill,
        manufactory, manufacturing plant, maquiladora, metalworks, paper mill, quartz battery, quartz mill, rolling mill,
        sewage farm, stamp battery, stamp mill, stamping mill, steel factory, steel mill, steel plant, steelworks, sweatshop,
        textile mill, pot farm, woodlet, archipelago, barrier island, beachfront, cape, coastal plain, continent, ground,
        haven, island, isthmus, land mass, landmass, mainland, ness, oxbow, peninsula, silva, solid ground, subcontinent,
        sylva, terra firma, tidewater, timberland, wonderland, guyot, seamount, ben, flume, concrete jungle, daystar,
        natural order, power pylon, pylon, high-rise, atrium, trestle, presidio, cattle grid, cattle guard, gangboard,
        gangplank, affluent, confluent, falls, firth, rain barrel, natatorium, swimming bath, water jump, cesspit, dandy,
        narrow, knockabout, corsair, raceabout, pitcher's mound, upgrade, draw, hammock, arroyo, salt flat, salt plain,
        rift valley, anthill, formicary, waterside, divot, quicksand, cavity, charnel, trou-de-loup, groundcover, hinterland,
        funk hole, fox hole, foxhole, alma mater, local post office, service department, sales booth, slopshop, loan office,
        post exchange, cleaners, dry cleaners, growler, twilight zone, closed universe, basement, goldmine, stalls, mow,
        grange, garner, blue sky, wild blue yonder, bedroom community, access road, borscht, flyover, cattle guard
        """.replace("\n", " ").split(",")),
    "poses": frozenset(word.strip() for word in """
        detect, outface, angle, board, dock, ease, encroach upon, flock, ghost, pan, penetrate, sift, thread, whine,
        wind:wound, motor, taxi, steam, intrude, invade, obtrude upon, shuttle, circle, circulate, barge, skylark, tool,
        billow, surface, sample, satiate, paw, apprehend, arrest, fish, collar, intercept, nab, buckle, claw, cruise
        """.replace("\n", " ").split(",")),
    "expressions": frozenset(["bleak", "dead", "deceased", "gone", "stung", "mixed-up", "fussy", "asleep", "worn", "opened", "squawk"]) | {"hard put"},
}  # fmt: skip
