"""What says that a child died. The fixed forms hold a "not" of their own ("did not make it")."""

DIED = """
    took|taken|take|takes <his> life
    turned|switched|turning|switching .. off
    pronounced
    stone|found cold
    cold and ...
    cant|couldnt be saved
    killing
    buried|funeral|mortuary|morgue|coffin
    no pulse
    bled out
    end of life
    shot|stabbed|beaten dead
    sudden infant|unexpected
    murder
    died|dead|deceased|fatal|fatally|death|killed|murdered|homicide|rip|drowned|fatality|manslaughter|dies
    passed away|on|over
    passed
    lost <his> life
    we|they lost <pron>
    lost his|her|their fight|battle
    taken|took|take <his> own life
    ended <his> own? life
    suicide
    killed himself|herself|themselves
    found|hanged|hung|by hanged|hanging|dead|unresponsive|lifeless
    hanged
    to death
    cot death
    sids|sudi|sudc|suddi
    doa
    stillborn|stillbirth
    postmortem|inquest
    post mortem
    no longer with us
    gone to heaven
    life extinct
    found dead|lifeless|deceased .. in
    life support .. off|withdrawn
    life support|machine|ventilator|it .. turned|switched off
    succumbed
    body was|is|found|has
    found .. body
    collapsed and died
    brain dead
    perished
    stabbed|beaten|burned|burnt|starved|crushed|shaken|strangled to death
"""
DIED_FIXED = """
    couldnt|didnt|not|unable|failed|wasnt .. bring|get|revive|wake <pron>? back|round|up
    wasnt|isnt|not breathing|alive anymore|when|and
    never|not|didnt ... woke|wake|waking|regained|home|survived|recovered ...
    didnt|not|never|wasnt .. make|survive|pull|wake|woke|recover|regain
    couldnt|not|unable|failed .. saved|save|revived|revive|resuscitated|resuscitate
    did not make|survive
    not|wasnt able to save
    unable to save
    isnt|not with us
"""
