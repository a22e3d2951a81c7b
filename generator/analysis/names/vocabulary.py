"""Closed-class English words around names: what a title, a company suffix or a head noun tells.

Compiled from general dictionaries and style guides (AP Stylebook: titles, abbreviations of companies), not
from any corpus of articles. All words are in lower case without full stops.
"""

from __future__ import annotations

from generator.analysis.records import EntityType
from generator.analysis.titles import FEMALE_TITLES, MALE_TITLES
from generator.analysis.wordlist import words

TITLES = (
    MALE_TITLES
    | FEMALE_TITLES
    | words(
        """mx dr doctor prof professor rev reverend fr rabbi imam sheikh ayatollah pope cardinal archbishop
        bishop pastor saint st hon sen senator sens senators rep representative reps representatives
        congressman congresswoman gov governor govs pres president vice-president presidents premier
        chancellor minister secretary mayor councilman councilwoman councillor ambassador commissioner
        judge justice attorney gen general lt lieutenant col colonel maj major capt captain cpl corporal
        sgt sergeant adm admiral cmdr commander pvt private officer detective inspector constable sheriff
        marshal spokesman spokeswoman spokesperson chairman chairwoman chair ceo cfo coo director manager
        coach candidate nominee leader chief deputy former ex-president then-president emperor empress
        sultan emir speaker prosecutor lawyer economist analyst author actor actress singer writer
        journalist reporter editor producer activist astronaut cosmonaut rapper comedian host anchor
        columnist historian striker midfielder defender goalkeeper pitcher quarterback batsman bowler
        skipper teammate dictator warlord tsar co-founder founder lawmaker congressmen"""
    )
)
"""Words that stand before a person's name."""

# Titles that are written as part of a name's running form and are cut from a mention's left edge.
CUT_TITLES = TITLES - words("chief general private major king prince saint st lord sir dame")

SUFFIXES = words("jr sr ii iii iv esq phd md qc mp kc")
"""Words that may follow a person's name and belong to it."""

PARTICLES = words("van von der den de la le du da dos das di del della ten ter al el bin ibn abu ben st zu")
"""Words inside a surname that may be written small."""

COMPANY_SUFFIXES = words(
    """inc incorporated corp corporation co company cos companies ltd limited plc llc llp lp ag sa spa srl
    gmbh nv bv ab as oy oyj kk kgaa se pty sae pjsc ojsc jsc group holding holdings"""
)
"""What a company's name may drop without becoming another company's."""

UNIT_WORDS = words(
    """department ministry financial finance capital credit services service bank insurance securities
    foundation institute university college school hospital court police council commission committee
    office bureau agency association federation union party army navy force forces news times post
    journal daily records pictures studios music sports energy oil gas airlines airways motors america
    europe asia international canada australia north south east west northern southern eastern western
    county city state district division center centre museum library theater theatre stadium airport park
    street avenue road house hotel hall cup prize award championship championships open festival games
    war act treaty agreement bill organization organisation"""
)
"""Words that make a longer name the name of another body: a unit, an agency, a namesake."""

STRICT_UNITS = words(
    """financial finance capital credit services ventures insurance securities foundation music pictures
    studios records canada europe asia america north south east west northern southern eastern western
    maps news sports radio television tv"""
)
"""The same where the short name is one word: "Orlo Finance" is not Orlo, "Orlo Research Center" mostly is."""

GENERIC_HEADS = words(
    """house senate congress parliament court council treasury army navy state department ministry
    commission committee government cabinet party union league police board agency association university
    college school bank church city national international american british united"""
)
"""Words that are a name only with an article: "the Senate" is short for one longer name of many."""

PAPERS = words(
    """telegraph times post journal herald tribune gazette observer mirror star globe chronicle examiner
    inquirer register mail express sun guardian independent courier dispatch sentinel bulletin"""
)
"""Last words of newspapers' names."""

CITY_NAMES = words(
    """austin brooklyn charlotte chelsea dallas florence houston jackson lincoln madison orlando paris phoenix
    savannah sydney"""
)
"""Given names that are more often the first word of something else: "Dallas Herald", "Paris Fashion Week"."""

COMMON_BODIES = words(
    """pac party committee commission department ministry government company council conference convention
    conventions university college school bank church city state board union league association agency
    court club center centre institute foundation group office bureau district county province region
    island river street"""
)
"""Nouns that, alone and with a capital, refer to a body named before; if none was, they name nothing."""

ORGANISATION_HEADS = words(
    """agency company firm corporation group bank ministry department institute university college school
    union party association federation committee commission council court parliament congress senate
    organization organisation network broadcaster channel station newspaper magazine daily weekly
    publisher outlet website army navy militia police force brigade team club league administration
    authority bureau office board foundation charity nonprofit think-tank airline automaker carmaker
    manufacturer maker retailer chain supermarket newspapers conglomerate subsidiary unit startup
    start-up lender insurer brokerage utility producer operator hospital church movement coalition
    alliance bloc cartel syndicate gang junta regulator watchdog exchange contractor developer giant band
    orchestra studio label service consortium trust fund"""
)
PLACE_HEADS = words(
    """city town village capital country nation state province region district county island islands
    peninsula river lake sea ocean mountain mountains valley desert port suburb neighborhood
    neighbourhood municipality republic kingdom territory continent planet moon airport street avenue
    square bridge park stadium strait bay gulf coast enclave settlement resort hamlet borough"""
)
PRODUCT_HEADS = words(
    """spacecraft satellite rocket missile capsule probe rover lander shuttle system aircraft plane jet
    airliner helicopter drone submarine warship frigate destroyer carrier ship vessel
    ferry yacht boat tanker tank car truck suv sedan vehicle rifle pistol gun weapon app software browser
    device phone smartphone tablet console laptop computer processor chip drug vaccine medicine pill
    painkiller antidepressant opioid platform constellation telescope module engine booster train
    locomotive application brand cookie cereal snack beer algorithm chatbot tool toolkit game
    videogame robot cryptocurrency currency"""
)
WORK_HEADS = words(
    """film movie documentary drama comedy thriller sitcom series show programme program book novel memoir
    biography autobiography play musical opera ballet symphony concerto album song single track poem
    painting sculpture essay article editorial column blog report study paper survey poll law act bill
    legislation statute ordinance amendment treaty agreement accord pact convention protocol resolution
    declaration charter constitution memo manifesto podcast magazine trilogy sequel prequel remake anthem
    hymn"""
)
EVENT_HEADS = words(
    """summit forum conference congress meeting festival fair expo exhibition show tournament championship
    championships cup olympics games race marathon war battle revolution uprising massacre attack attacks
    bombing bombings siege crisis election elections referendum primary caucus caucuses debate convention
    ceremony awards holiday storm hurricane typhoon cyclone earthquake tsunami pandemic epidemic outbreak
    operation rally march parade gala talks derby regatta dialogue"""
)
PERSON_HEADS = words(
    """man woman boy girl leader chief head boss president minister secretary chairman chairwoman
    chairperson director manager executive officer official spokesman spokeswoman spokesperson senator
    congressman congresswoman lawmaker legislator governor mayor candidate nominee politician activist
    lawyer attorney judge prosecutor economist analyst strategist adviser advisor aide expert scientist
    researcher professor historian author writer journalist reporter editor columnist critic artist actor
    actress singer musician rapper comedian host presenter filmmaker producer designer engineer architect
    doctor physician surgeon nurse teacher student player striker midfielder defender goalkeeper coach
    captain quarterback pitcher golfer swimmer runner sprinter driver boxer champion pilot astronaut
    cosmonaut general colonel commander soldier veteran priest bishop cardinal rabbi imam cleric founder
    co-founder owner partner investor billionaire millionaire businessman businesswoman entrepreneur
    father mother son daughter brother sister wife husband uncle aunt nephew niece cousin widow grandson
    granddaughter girlfriend boyfriend friend neighbor neighbour resident witness victim suspect gunman
    prime-minister chancellor king queen prince princess diplomat envoy ambassador dissident assistant
    counselor counsellor fighter rebel militant refugee prisoner hostage inmate composer conductor dancer
    model sculptor painter poet playwright novelist philosopher psychologist mathematician physicist
    chemist biologist astronomer commissioner inspector detective superintendent sheriff sergeant
    lieutenant vice-president ex-president lawgiver campaigner lobbyist treasurer screenwriter songwriter
    vocalist guitarist drummer rider cyclist skier wrestler jockey referee umpire neurosurgeon dentist
    pharmacist librarian chef waiter bartender carpenter plumber consultant pollster blogger dictator
    successor predecessor deputy co-chair chair ceo trader dealer farmer worker"""
)

HEAD_TYPES: dict[str, EntityType] = {
    **dict.fromkeys(WORK_HEADS, "work"),
    **dict.fromkeys(EVENT_HEADS, "event"),
    **dict.fromkeys(PRODUCT_HEADS, "product"),
    **dict.fromkeys(PLACE_HEADS, "place"),
    **dict.fromkeys(ORGANISATION_HEADS, "organisation"),
    **dict.fromkeys(PERSON_HEADS, "person"),
}
"""What kind of thing a name in apposition to the noun is."""

# The last word of a name (in the words of the name itself, "Trans-Fat Treaty") tells less than a noun in
# apposition does: a "Capital" may be a fund, a "Bank" a shore, a "City" a club. Only plain ones are here.
_NAME_HEADS: dict[EntityType, frozenset[str]] = {
    "organisation": words(
        """agency association authority bureau coalition college commission committee corporation council
        court department federation force foundation front fund group guard institute institution
        laboratory league legislature ministry movement network office organisation organization
        parliament party police press senate society university airlines airways industries technologies
        partners associates brothers bros pac inc corp ltd plc llc gmbh ag sa company co union club trust
        brigade brigades bancorp holdings bank bancshares news administration congress
        united rovers wanderers albion hotspur fc afc"""
    ),
    "place": words(
        """river lake sea ocean mountain mountains valley desert island islands peninsula bay gulf strait
        canyon creek beach street avenue road boulevard square plaza tower towers bridge airport stadium
        arena province county region heights hills springs falls cathedral palace castle prison
        penitentiary"""
    ),
    "event": words(
        """summit forum conference festival fair expo championship championships olympics marathon war
        revolution uprising massacre dialogue awards primary caucus caucuses convention holocaust crusade"""
    ),
    "work": words(
        """act treaty accord accords agreement protocol constitution amendment charter regulation directive
        symphony concerto sonata"""
    ),
    "product": words("spacecraft telescope rocket missile"),
}
NAME_HEADS: dict[str, EntityType] = {word: kind for kind, words in _NAME_HEADS.items() for word in words}
"""What kind of thing a name of two words or more is, by its last word."""

FIRST_HEADS: dict[str, EntityType] = {
    **dict.fromkeys(words("hurricane typhoon cyclone operation"), "event"),
    **dict.fromkeys(words("mount lake fort cape port"), "place"),
}
"""The same by its first word."""

OF_HEADS: dict[str, EntityType] = {
    **dict.fromkeys(
        words("university college bank ministry department house court bureau institute church"),
        "organisation",
    ),
    **dict.fromkeys(words("battle siege"), "event"),
    **dict.fromkeys(words("treaty declaration"), "work"),
    **dict.fromkeys(words("gulf bay strait isle republic kingdom"), "place"),
}
"""The same by the first word before "of"."""

COMPANY_NOUNS = words(
    """shares stock profit profits revenue revenues earnings sales output headquarters board subsidiary
    shareholders shareholder customers dividend factory factories plant employees chairman ceo executives
    spokeswoman spokesman spokesperson newspaper website management"""
)
"""What a company has: "Ruch's shares", "a Tinder spokeswoman"."""

MEDIA_NOUNS = words(
    "newspaper newspapers daily weekly magazine agency radio television tv tabloid broadsheet website network"
)
"""What follows the name of a medium: "Le Matin newspaper", "Itar-Tass news agency"."""

ACCOUNT_NOUNS = words("page account feed profile app user users hashtag followers")
"""What only a service on the net has: "her Instagram page"."""

FOLLOWING_NOUNS = words(
    "campaign supporter supporters delegate delegates voter voters camp ally allies aide aides administration"
)
"""What only a politician has: "a Sanders delegate"."""

MAKING_VERBS = words("make produce manufacture sell launch unveil release")
"""Lemmas of verbs whose named object is a product or a work."""

SACRED_TEXTS = words("bible koran quran torah talmud")

SPEECH_VERBS = words(
    """say tell add announce ask reply answer insist argue claim warn note explain state declare deny
    confirm admit acknowledge suggest urge vow pledge promise complain joke tweet write comment remark
    respond testify recall conclude assert contend"""
)
"""Lemmas of verbs whose subject is somebody or some body, never a thing or a title."""

CALENDAR = words(
    """january february march april may june july august september october november december jan feb mar apr
    jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue
    tues wed thu thur thurs fri sat sun today yesterday tomorrow christmas easter am pm gmt est edt pst
    bst"""
)

TRANSPORT_PREPOSITIONS = words("aboard onboard")
