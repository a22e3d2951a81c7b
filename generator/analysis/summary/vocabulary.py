"""The word lists of the summary: closed classes of English, one list a name.

Openers follow the classes of Halliday and Hasan ("Cohesion in English", 1976): reference (pronouns,
demonstratives, comparison) and conjunction. Terms of court follow the stages of a criminal case.
"""

from __future__ import annotations

import re

from generator.analysis.wordlist import words


def phrases(text: str) -> str:
    """The lines of a text as alternatives of a pattern, the longest first; spaces stand for any white space.

    >>> phrases("in turn\\nin turn of")
    'in\\\\ turn\\\\ of|in\\\\ turn'
    """
    found = {line.strip() for line in text.strip().splitlines()}
    return "|".join(re.escape(line) for line in sorted(found, key=lambda line: (-len(line), line)))


POINTING_BACK = phrases(
    """
    he
    she
    it
    they
    his
    her
    hers
    its
    their
    him
    them
    this
    that
    these
    those
    such
    another
    others
    both
    either
    neither
    the latter
    the former
    the same
    the two
    the three
    the pair
    the duo
    the trio
    the other
    the others
    one of them
    all of them
    all of this
    all of that
    all of these
    all of those
    among them
    among these
    among those
    in that
    at that
    at this
    by then
    since then
    until then
    before that
    before this
    after that
    after this
    for this
    for that
    as such
    because of this
    despite this
    despite that
    despite these
    despite those
    on top of that
    not only that
    in each case
    in both cases
    in either case
    in so
    in doing so
    """
)
"""Reference: words that stand for what was named before."""

CONNECTING = phrases(
    """
    and
    but
    or
    nor
    so
    yet
    also
    still
    then
    too
    there
    here
    now
    later
    however
    moreover
    furthermore
    meanwhile
    instead
    nevertheless
    nonetheless
    regardless,
    therefore
    thus
    hence
    besides
    elsewhere
    afterwards
    likewise
    indeed
    otherwise
    overall,
    perhaps
    maybe
    even so
    even then
    back then
    at the time
    at the same time
    in addition
    in contrast
    in response
    in turn
    in fact
    in short
    in other words
    in the meantime
    in the end
    in all,
    as a result
    on the other hand
    on the contrary
    by contrast
    of course
    to be sure
    to that end
    after all
    above all
    all told
    for example
    for instance
    for one
    for his part
    for her part
    for its part
    for their part
    more important
    what is more
    what’s more
    what's more
    yes,
    no,
    well,
    """
)
"""Conjunction: words that tie a sentence to the one before."""

SHELL_NOUNS = words(
    """
    accident accusation accusations agreement allegation allegations announcement answer appeal approach
    argument arrangement arrest attack bid blow call case challenge change changes charge charges claim
    claims comment comments complaint controversy crash deal debate decision demand demands development
    dispute effect effort episode error event events exchange experience fact feat figure find finding
    findings gesture idea incident initiative issue judgment killing letter measure measures message
    mistake move negotiations news offer order outcome plan plans pledge point practice problem process
    project promise proposal question reaction reason remark remarks request response result results
    revelation revelations row ruling scandal scene scheme setback situation statement step steps story
    strategy success suggestion tactic talks threat tragedy trend trick trip verdict victory vote
    warning
    """
)
"""Nouns that wrap up a whole clause before them ("the move"): shell nouns (Schmid, "English Abstract Nouns as
Conceptual Shells", 2000)."""

HEADS_OF_STATE = phrases(
    """
    President
    Prime Minister
    Chancellor
    Emperor
    King
    Queen
    Prince
    Princess
    Pope
    """
)
"""Offices that introduce their holder: "President Finch" needs no first name."""

OFFICES = phrases(
    """
    Senator
    Sen
    Representative
    Rep
    Congressman
    Congresswoman
    Councillor
    Governor
    Gov
    Mayor
    General
    Gen
    Admiral
    Adm
    Colonel
    Col
    Major
    Maj
    Captain
    Capt
    Lieutenant
    Lt
    Sergeant
    Sgt
    Judge
    Justice
    Secretary
    Minister
    Speaker
    Chairman
    Chairwoman
    Archbishop
    Bishop
    Cardinal
    Rabbi
    Imam
    Sheikh
    Reverend
    Rev
    Father
    Sister
    Ambassador
    Commissioner
    Superintendent
    Inspector
    Detective
    Sheriff
    Officer
    Professor
    Prof
    Doctor
    Dr
    Coach
    """
)

KIN = phrases(
    """
    son
    daughter
    wife
    husband
    mother
    father
    mom
    mum
    dad
    brother
    sister
    uncle
    aunt
    nephew
    niece
    cousin
    grandson
    granddaughter
    grandmother
    grandfather
    girlfriend
    boyfriend
    partner
    fiancé
    fiancée
    widow
    widower
    twin
    """
)

NO_FORENAMES = words(
    """
    team camp house clan family dynasty planet brand project operation top slain late former ex
    alleged accused given while when with despite unlike like after before since
    """
)
"""Words with a capital that may stand before a surname and are no first name."""

CHARGE = phrases(
    """
    charged with
    charged in
    is accused of
    was accused of
    were accused of
    are accused of
    charges of
    charges that
    charges he
    charges she
    charge of
    indicted
    arraigned
    on trial
    stands trial
    """
)
PLEA = phrases(
    """
    pleaded guilty
    pleaded not guilty
    pleads guilty
    pleads not guilty
    pled guilty
    pled not guilty
    plead guilty
    plead not guilty
    pleading guilty
    pleading not guilty
    guilty plea
    denies the charge
    denies the charges
    denied the charge
    denied the charges
    denied murder
    denies murder
    admitted
    entered no plea
    no contest
    """
)
OUTCOME = phrases(
    """
    sentenced
    sentencing
    jailed
    acquitted
    convicted
    found guilty
    found not guilty
    cleared of
    remanded
    bail
    years in prison
    years in jail
    months in prison
    months in jail
    life in prison
    behind bars
    suspended sentence
    community service
    fined
    trial is set
    trial date
    next hearing
    due in court
    will appear in court
    adjourned
    dismissed the case
    mistrial
    """
)
"""The stages of a criminal case: who is charged with what, what they plead, how it ended or goes on."""

FINDING = (
    r"(?:study|research|researchers|scientists|team|authors|results|analysis|survey|poll|report|inquiry"
    r"|investigation|investigators|data|figures|review) (?:has |have |had |also )?(?:found|finds|find|showed"
    r"|shown|shows|show|suggests?|suggested|reveals?|revealed|concludes?|concluded|estimates?|estimated"
    r"|discovered)"
)
"""What was found out, and by what."""
