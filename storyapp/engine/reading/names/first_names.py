"""Word lists that the reader knows names by: titles, first names, what families call each other, and what is no name."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
# Before a name: "Mr Brown", "Nurse Joy".
TITLES = {
    "mr": "man", "mrs": "woman", "miss": "woman", "ms": "woman", "aunt": "woman", "auntie": "woman", "aunty": "woman", "uncle": "man",
    "king": "man", "queen": "woman", "prince": "boy", "princess": "princess", "captain": "pirate", "doctor": "man", "dr": "man",
    "sir": "man", "lady": "woman", "lord": "man", "granny": "grandmother", "grandma": "grandmother", "nana": "grandmother",
    "grandpa": "grandfather", "grandad": "grandfather", "granddad": "grandfather", "madame": "woman", "madam": "woman",
    "count": "man", "nurse": "woman", "professor": "man", "mayor": "man", "sister": "girl", "brother": "boy",
    "farmer": "man", "baron": "man", "duke": "man", "emperor": "man", "sheriff": "man", "officer": "man", "judge": "man",
}  # fmt: skip

TITLES_IN_FULL = {"dr": "doctor", "auntie": "aunt", "aunty": "aunt"}

# What families call each other by, where no other list has it.
FAMILY = {
    "grandad": "grandfather", "grampa": "grandfather", "grandpop": "grandfather", "opa": "grandfather", "dada": "man",
    "mommy": "woman", "momma": "woman", "mamma": "woman", "mam": "woman", "papi": "man",
    "oma": "grandmother", "nan": "grandmother", "grandmama": "grandmother", "gramma": "grandmother", "abuela": "grandmother", "abuelo": "grandfather",
    "babushka": "grandmother",
}  # fmt: skip

# Words for people and animals that neither the vocabulary nor the dictionary has, or that it takes for others.
MORE_FIGURES = {
    "emperor": ("kinds", "man"), "postwoman": ("kinds", "woman"), "zookeeper": ("kinds", "man"), "zoo keeper": ("kinds", "man"),
    "teenager": ("kinds", "boy"), "cousin": ("kinds", "boy"), "baby brother": ("kinds", "baby"), "baby sister": ("kinds", "baby"),
    "sea lion": ("things", "seal"), "cub": ("kinds", "bear"), "spiderman": ("kinds", "man"), "supergirl": ("kinds", "girl"),
}  # fmt: skip

_NAMES = {
    "girl": """
        abby abigail ada adaeze adele aisha agatha agnes aiko alexandra alice alicia alina amanda amelia amelie amina amira amy ana
        anastasia andrea angela anika anita anja ann anna annabel anne annie anouk antonia anya ariana astrid audrey ava ayesha
        aya barbara bea beatrice bella beth betsy betty bianca bonnie bridget camilla camille cara carla carly carmen carol caroline
        catherine cathy cecilia celia charlotte chiara chloe christina clara clare claudia cora cordelia daniela daphne deborah delia
        diana dora doris dorothy edith eleanor elena elif elin elisa eliza elizabeth ella ellen ellie elsa elsie emilia emily
        emma erica erin estella esther ethel eva evelyn evie fatima fatou felicity fiona flora florence francesca freya frida frieda
        gabriela gemma genevieve georgina gerda gertrude gina gisela greta gretchen gretel gwen hana hanna hannah harriet heidi helen
        helena henrietta hilda imogen ida ina inez ingrid irene iris isabel isabella isla ivy jacqueline jane janet jasmine
        jean jenna jennifer jenny jessica jessie jill jo joan joanna johanna josephine josie judith judy julia juliet julie karen karin
        karla kate katherine kathleen katie katja katrin katy kayla kelly keiko kim kira kirsten kitty klara lara larissa latifa laura
        lea leah leila lena leonie leticia lila lilian lilli lillian lily lina linda lisa liv livia liz lizzie lola lotta lotte
        lottie louisa louise lucia lucinda lucy luisa luna lydia lyra mabel madeleine maggie maia maisie mandy manon mara margaret
        margot maria marianne marie marina marlene martha mary matilda maud maya megan mei meike melanie mia mildred milla
        millie milly mimi mina mira miriam moira molly mona monica muriel nadia nancy naomi natalia natalie natasha nelly nina noelle
        nora nur olga olivia ophelia paula pauline penelope penny petra philippa pia polly priya rachel rana rapunzel rebecca
        renate rhea rita roberta romy rosa rosalind rosie roxanne ruth sabine sadie safiya sakura sally salma samantha samira sanna
        sara sarah saskia selma shirley sian silvia simone sofia sofie sonia sonja sophia sophie stella stephanie sue susan susanna
        susi susie suzy svetlana sylvia tabitha tamara tammy tanya tara tatiana tess tessa thea theresa tilda tilly tina trudy una
        ursula uma vera veronica victoria viola vivian wanda wendy wilma winifred xenia yara yasmin yuki yuna yvonne zahra zara zainab
        zelda zoe zoey zuzana goldilocks cinderella thumbelina
        ines inês noor niamh nova saoirse thandi
        amber april crystal daisy dawn dolly dot eve faith ginger grace hazel heather holly hope jade june joy may olive opal pat pearl
        poppy rose ruby summer susanne violet willow carolina georgia chelsea asia india savannah brooklyn
    """,
    "boy": """
        aaron abdul adam ahmed aidan alan albert alejandro alex alexander alfie alfred ali amir anders andre andreas andrew andy angus
        anthony anton antonio archibald archie ari arjun arnie arno arnold arthur arturo axel barnaby barney bartholomew basil
        bastian ben benedict benjamin benny bernard bert bertie bertram billy björn bob bobby boris brian bruno caleb cameron carl
        carlos casper cedric charles charlie chidi chris christian christopher clarence claude colin connor conrad cornelius cuthbert
        cyril dale damian dan daniel danny david denis dennis derek dexter diego dieter dimitri dinesh dmitri dominic donald dylan
        eddie edgar edmund edward edwin eli elias elliot emil emmanuel enzo eric erik ernest ethan eugene ezra fabian felipe felix
        ferdinand fergus fernando finlay finn flynn francis franz fred freddie freddy frederick friedrich fritz gabriel gareth gary gavin
        geoffrey george georgie gerald gilbert giles giovanni gordon graham gregory guido gustav hamish hans hansel harald harold harry harvey
        hassan hector heinrich henrik henry herbert herman hiro horace howard hubert hugh hugo humphrey ian ibrahim igor ivan isaac ismail
        jacob jake jakob jamal james jamie jan jared jason jasper javier jay jeff jeffrey jens jeremy jerome jerry jim jimmy jochen joe
        joel joey johann johannes john johnny jon jonah jonas jonathan jose josef joseph josh joshua juan julian julius jurgen justin kai
        karim karl kasper keith kenji kenneth kevin kofi konrad konstantin kurt kwame lars laurence lawrence leif lennart leo leon
        leonard leopold lewis liam linus lorenzo louie louis luca lucas ludwig luigi luis luka lukas luke maarten magnus malcolm manuel
        marcel marco marcus mario marius martin marvin mateo mats matteo matthew matthias maurice max maxim maximilian mehmet michael
        michel miguel mikael mike mikhail mikkel miles milo mohamed mohammed monty mortimer morris muhammad murray musa mustafa nathan
        nathaniel ned neil nelson neville niall nicholas nick nico nicolas niels nigel nikolai nikolas nils noah noel norbert norman
        ole oliver ollie olaf omar orlando oscar oskar oswald otis otto owen pablo paolo pascal patrick paul pedro percy per pete peter
        phil philip pierre pip quentin rafael raj rajesh ralph ramon rashid raul raymond reginald rex ricardo richard rick ricky robbie
        robert roberto rodney roger roland rolf ronald ronnie rory ross rowan roy rudi rudolf rudy rupert ryan sam sami sammy samuel
        sanjay santiago sasha scott sean sebastian sergei seth shane simon solomon stanley stefan stephen steve steven stuart sven tariq
        ted teddy terry theo theodore thomas thorsten tim timmy timothy tobias tobin toby tom tomas tommy tony trevor tristan tyler udo umberto
        valentin vernon viktor victor vikram vincent vladimir walter wally wei werner wesley wilbur wilfred wilhelm will william willie
        winston wolfgang yannick yusuf zachary zack aladdin pinocchio
        bill bud buster buzz chip cliff clay dick frank guy herb jack josé kit mark mickey nat pat ray robin rob rocky rusty sandy skip
        sonny stan sunny winnie austin jordan sydney jackson lincoln dallas
    """,
}  # fmt: skip
# Given names, and the kind of whom they are the names of.
NAMES = {name: kind for kind, names in _NAMES.items() for name in names.split()} | {
    "red riding hood": "girl", "snow white": "princess", "sleeping beauty": "princess", "santa claus": "grandfather", "santa": "grandfather",
    "father christmas": "grandfather", "mother goose": "grandmother",
}  # fmt: skip
# Those that are other words or places too: they are names where somebody does something.
ALSO_WORDS = frozenset(
    """
    amber april basil bill bud buster buzz charlotte chelsea chip clay cliff crystal daisy dale dallas dawn dick dolly dot eve
    faith florence frank georgia ginger grace guy hazel heather herb holly hope iris ivy jack jackson jade jasmine jay jean jordan
    joy june kit lincoln mark mats may mickey miles nat nelson olive opal orlando pat pearl penny per poppy rana ray rob robin
    rocky rose ruby rusty sandy santiago savannah skip sonny stan sue summer sunny sydney teddy una victoria viola violet wei
    will willow winnie ari asia austin brooklyn carolina india
    """.split()
)
# Those of girls and of boys, unless a pronoun tells.
EITHER_NAMES = frozenset(
    "alex andrea ari charlie chris eddie frankie jamie jo jordan kai kim kit max noel pat pip robin sam sammy sasha yuki".split()
)
# Those that are a time or an idea too, of which it is said that it was, came or went.
OF_TIMES = frozenset("summer april may june dawn eve joy hope faith grace will".split())

# Places that stories name, and who and what comes from there.
PLACES = frozenset(
    """
    london paris rome berlin vienna madrid lisbon dublin edinburgh oxford cambridge manchester bristol york brighton moscow venice
    amsterdam hamburg munich prague athens cairo tokyo beijing shanghai delhi mumbai nairobi lagos boston chicago england scotland
    wales ireland britain france germany italy spain portugal russia china japan africa america europe australia canada mexico
    brazil egypt greece norway sweden denmark finland iceland greenland switzerland austria holland poland turkey kenya antarctica
    mars venus jupiter saturn neptune uranus pluto heaven hell earth lapland narnia neverland wonderland
    english french german spanish italian chinese japanese russian indian american african british scottish welsh irish dutch
    danish swedish greek turkish polish european latin
    """.split()
)
# Titles that no place has: "Mr Hill", but "King Street".
OF_PEOPLE = frozenset(
    "mr mrs miss ms aunt auntie aunty uncle doctor dr sir granny grandma grandpa nurse professor".split()
)
# Birds that families are called after: "Miss Lark".
SURNAMES = frozenset(
    "lark finch wren robin swift crane heron martin drake jay nightingale partridge starling bird".split()
)
# Titles of women and men alike.
JOBS = frozenset("doctor dr professor mayor farmer sheriff officer judge".split())
# The last word of a place's name: "Fox Hill".
PLACE_WORDS = frozenset(
    """
    hill hills street road wood woods forest lake river park school castle island islands town city bay farm house bridge lane square
    room hall station beach garden gardens mountain mountains valley sea ocean shop store zoo museum church tower village harbour
    hospital library hotel inn palace avenue pond day night eve street way cave cottage land express
    """.split()
)

# What things and animals sound like, and what people call out.
SOUNDS = frozenset(
    """
    whoosh swoosh whizz splash splosh splat boom bang crash smash crack crackle snap pop plop plip drip drop zoom zap zing zip ping pong
    ding dong clang clink clank click clack clunk clatter thud thump bump bonk bam wham pow whack slam tick tock ticktock tap knock
    rattle rumble roar grr grrr growl snarl hiss fizz sizzle squelch squeak squeal creak croak ribbit moo baa oink neigh quack cluck
    woof bark miaow meow purr tweet cheep chirp hoot buzz hum honk beep toot choo chug vroom brum nee naw gulp slurp munch
    crunch chomp nom yum yummy mmm mm hmm hm ahem achoo atishoo snore zzz ha haha hee hehe ho hoho boo shoo shh shush psst pst phew whew
    ugh yuck eek eww ew oops whoops ouch ow ooh oo aah ah aha oh oho uh um er huh hey hi hello hooray hurray hurrah yay yippee
    yahoo wow gosh goodness golly gee wahoo whee wheee ta tada bravo cheers abracadabra hocus presto bye goodbye goodnight thanks
    sorry okay ok yeah yep nope nah please
    """.split()
)
