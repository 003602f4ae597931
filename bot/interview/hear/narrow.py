"""What says that it was a near miss: it could have been far worse, and was not."""

NEAR_MISS = """
    close to being|dying|death|a|disaster|tragedy|losing
    this|so|very|too close
    sheer|pure|dumb|blind|good|more luck|chance|by
    swerved|braked|ducked
    missed <pron>|<who>
    no|without harm|injury|injuries|damage .. but|luck|lucky
    seconds|inches|minutes|moments|feet|whisker|millimetres from|off|away|later|between
    got|got|were there first|just|before|in ...
    stepped|grabbed|pulled|snatched|held .. back|clear|away|off|down
    saved by|in
    scare
    disaster|tragedy averted|avoided
    lucky not|hes|shes|that|nobody
    luckily .. noone|nobody|not|no|unhurt|fine
    got away with it
    bullet|knife|car|van|lorry .. missed
    gun jammed
    near|nr miss|misses|thing
    close call|shave|thing
    lucky escape|to
    narrow|narrowly escape|escaped|missed|avoided
    narrowly
    by|within|of|was|were|just inches|seconds|moments|whisker|hair|luck
    a whisker
    in time
    just|nick in|of time
    caught|stopped|pulled|grabbed|saved|rescued|intervened|intervention|talked|got|dragged|coaxed|
        snatched|disarmed|spotted ... before|just|down|away
    caught|stopped|pulled|grabbed|saved|rescued|intervened|found|spotted ... in time
    talked|talking <who> down
    before|until|but .. anything|any|it|he|she|they|harm|worse|damage .. could|happened|jumped|hurt|
        got|hit|swallowed|came|serious|done|went
    averted|foiled|thwarted|prevented
    escaped|escape unhurt|uninjured|unharmed|injury|without|with|harm
    no harm but ...
    dodged
"""
NEAR_MISS_FIXED = """
    no|not|without|wasnt|nobody ... but|though could|might|would|it ...
    could|might|would|may ... have been .. death|fatal|tragedy|disaster|funeral|dead|killed
    cut|cutting <pron> down ...
    so|very|quite easily could|might have
    nothing happened but ...
    not|wasnt|isnt|without|no .. hurt|injured|burn|mark|scratch|injury|harmed at all
    fell|jumped|crashed|knocked|hit|drove|rolled|slipped ... not|wasnt|unhurt|unharmed|without|
        no .. hurt|injured|scratch|mark|injury|injuries|harm
    escaped|got|walked|climbed|pulled .. from|out|away|clear ... without|unhurt|unharmed|unscathed|
        uninjured
    none swallowed|taken|hurt|harmed
    before|when ... walked|came|stepped|got in|home|there|between
    close to being|dying|death|a|disaster|tragedy|losing ... death|tragedy|disaster|one|killed|fatal
    could|might|would easily? have .. been|died|killed|drowned|gone|hurt|ended|much|fatal|worse|
        serious|burned
    couldve|mightve|wouldve .. been|died|killed|drowned|gone|fatal|worse|far|much
    nearly|almost|came|close ... drowned|hit|run|fell|killed|died|choked|strangled|run|stabbed|
        but ... unhurt|unharmed|fine|ok|okay|scratch|uninjured|hurt|touched|injured|harm|physically
    nearly|almost|close|came drowned|drowning|ran|hit|run|fell|fallen|choked|serious|bad|very|tragedy
    nearly|almost
    not|wasnt|nobody|no|without|isnt .. scratch|touched|mark
    but|thankfully|luckily|somehow|miraculously|amazingly .. no|wasnt|not|unhurt|unharmed|fine|ok|okay|
        walked one? .. injury|injuries|hurt|harmed|injured|harm|away
    missed <pron> by
"""
