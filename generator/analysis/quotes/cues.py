"""The words that introduce speech, and who stands with them.

A cue is a verb of communication ("said", "warned"), a noun of communication ("in a statement", "his
claim") or "according to". The verb classes follow the reporting verbs of Krestel, Bergler and Witte
("Minding the Source", LREC 2008) and Levin's verbs of communication (English Verb Classes and
Alternations, 1993, class 37); the nouns are those that take the same complements.
"""

from __future__ import annotations

from generator.analysis.wordlist import words

SAY = words("say tell add write ask")  # the neutral verbs: they ask for a quotation

SPEECH = words(
    """
    acknowledge admit admonish advise advocate affirm agree allege announce answer argue articulate
    assert assure aver avow banter bark bellow blast blog blurt boast brag caution challenge chant
    charge chide claim clarify comment complain concede conclude concur confess confide confirm
    contend continue counter cry decide declare decry demand denounce deny deride describe detail
    dismiss disclose dub elaborate email emphasize emphasise estimate exclaim exhort explain expound
    express exult fret fume gripe groan growl grumble gush hint holler howl implore indicate inform
    inquire insist instruct interject interrupt intone joke jeer lament laugh lecture label maintain
    mention moan mock muse mumble murmur mutter narrate note object observe offer opine order
    outline plead pledge point post posit posted praise pray preach predict proclaim profess promise
    pronounce propose protest put quip quote rant read reassure recall reckon recite recount reflect
    reiterate rejoin relate remark remember remind repeat reply report request respond retort
    retweet reveal roar rule scoff scold scream sermonize shout shriek sigh sing slam snap sneer sob
    specify speak speculate spell state stipulate stress submit suggest summarize sum surmise swear
    sympathize talk taunt tease testify text theorize think threaten thunder tout tweet urge utter
    vent venture voice volunteer vow wail warn whine whisper wonder yell accuse blame call
    characterize characterise cite compare condemn criticize criticise decry deem denounce depict
    portray ridicule refer rebuke reprimand thank welcome invoke imply believe feel hope contradict
    recommend
    """
)

SPEECH_NOUNS = words(
    """
    accusation account address admission advice affidavit allegation announcement answer apology
    appeal argument article assertion assessment blog book brief call caption charge claim column
    comment commentary complaint conclusion concession confession contention criticism declaration
    demand description dispatch editorial email e-mail essay estimate excerpt explanation facebook
    filing finding headline insistence interview invitation lawsuit letter line lyric
    manifesto memo memoir message motto note notion objection observation op-ed opinion oration
    order ad page paper passage phrase piece pledge plea poem post prayer prediction proclamation
    promise proposal proverb question quip quotation quote rant reaction rebuke recommendation
    refrain remark reminder reply report request response retort review ruling saying sermon sign
    slogan song speech statement story study suggestion summary testimony text threat transcript
    tweet verdict version video view vow warning website word words
    """
)

NEUTRAL, VERB, NOUN, ACCORDING, OTHER = "say", "verb", "noun", "according", "other"
