"""What says that every child is safe now."""

SAFE = """
    all|both|they|kids|children|siblings|sibs|others|been ... moved|removed|rehoused|placed|safe|
        accommodated
    protected|safe under|by|with ...
    hes|shes|theyre|they|all? all? .. safe|fine|ok|okay
    she|he|they|child|everyone|everybody|kids|children .. safe|protected|fine|ok|okay|looked
    safe|safeguarded|protected
    safe and well|sound
    in|into|with|gone|at|moved|placed|to|been foster|care|carers|placement|kinship|hospital
    foster care|carer|carers|placement|family
    with .. nan|nana|nanna|gran|grandma|grandmother|grandparents|aunt|auntie|foster|carers|adopters|
        relatives
    removed|moved|rehoused
    taken into|in care
    police protection|powers
    remanded|custody|prison|jail|jailed|imprisoned|arrested|inside|locked
    remand
    behind bars
    emergency protection
    epo|ico
    supervised
    safety plan
    refuge
    in place
    only child
    no other|more children|child|kids|siblings|sibs
    no siblings|sibs|brothers|sisters
    no|any|not further|longer|current|ongoing|immediate|other|present|further risk|danger|risks|threat|
        concern|concerns|harm
    no risk|danger|threat|risks
    no longer ...
    out|end of danger|harms|risk
    years|months|ages|decades|long|time ago
    historic|historical
    adult|adults|grown|grownup
    dealt with|sorted
    under|on|round constant|1:1|supervision|observation|24
    left the country|area
    nobody|noone|no|none|nothing|not .. in|at any? immediate? danger|risk
"""

SAFE_FIXED = """
    nobody|noone|none|not|no|nothing|isnt|arent|neither .. at|in immediate? risk|danger
    noone|nobody|no|none|nothing else|other ... household|house|home|family|under|kids|children|siblings
    no|not|dont|doubt|cant ... any|there|ongoing|further|current|immediate ... risk|danger|threat|concerns
    dangers|danger|risk|threat|thats past|passed|over|gone|ended
    past
    constant|1 obs|observations|supervision
    no|were|there|had no|any? others|siblings|brothers|sisters
    dead and|now|so
    lived|lives|living alone
    the|only|just ever? only? one|child .. child|died|s
    was|is|were|are|hes|shes|s|only|just ever? the? only|one one|child
    only one
    not|no|nothing|isnt ... cause|reason|need to|for worry|concern|be
    happened|was|from|back|dates|dating in|from|to|back #
    hes|shes|theyre|dads|mums|dad|mum|he|she|they s|is|are|been? inside|jailed|sectioned|abroad|
        deported|dead
    all? sorted|resolved|managed|mitigated
    risk|risks|danger is|has|s|been managed|gone|passed|over|removed|mitigated
    no visitors|contact|access ...
    barred|banned|deregistered|suspended|sacked from?
    moved well|far away|out
    not that|as i|we|far ...
    theyre|all|they|kids .. grown|adults|up
    not|isnt|arent|no|nobody|none|noone any? more|longer
    nobody|noone|none|no else at|in risk|danger
    nobody|noone|no|none|nothing|not|isnt|arent .. in|at any? immediate? danger|risk
    no|without any? access|contact|further|siblings|other
    cant get|reach|hurt|go near
    no|without unsupervised contact|access
    hasnt|no|not|havent|without got? any? access|contact
    only|an child|one|kid in|of|s
    was an only child
    arent|isnt|no|any .. other|any children|siblings|kids
    perpetrator|suspect|father|dad|stepdad|mother|mum|boyfriend|he|she is|s|has|died|hes|shes|
        been .. dead|died|custody|remanded|arrested
"""
