"""What says that a child is in danger or not yet protected."""

UNSAFE = """
    still in|at|with|there|around that|the|his|her|same|mums|dads? flat|house|home|place|address|room?
    due|going|set|about to be? collected|picked|returned|released|discharged|back|home|seen|come
    collected|picked|taken up? by him|them|dad|stepdad|uncle
    risk to|from|of
    immediate|real|serious|significant|ongoing|high|continuing risk|danger|threat|risks|concern|concerns
    grave|serious|real|big|huge|major|significant|deep concern|concerns|worries|fears
    frightened|scared|terrified|afraid|petrified|worried
    noone|nobody has|have seen|heard ...
    another|other child|baby|sibling|brother|sister
    let|lets|letting|allow|allowed|allows <pron>|<who>|dad|mum|boyfriend out|in|back|stay|see|near
    two doors|streets down|away
    next door
    living|lives|staying|stays near|nearby|opposite|close|round|doors|down|up
    left behind
    same house|home|address|household|street
    threats|weapon|knife|gun
    nobody|noone|nothing ... told|asked|stop|stopping|made|keep .. stay|away|leave
    got|has|have|with|shes|hes|theres .. two|three|four|other|another|more|younger others|kids|
        children|siblings|babies|under
    two|three|four|younger|other|half .. siblings|children|kids|sisters|brothers ... remain|remains|
        still|live|living|home|care|there|with
    remain|remains in|with|at ...
    round|around|over|there at|every|most|on|all weekends|weekend|night|day|week|evening|evenings
    not|isnt|arent|unhappy|uneasy|uncomfortable .. happy|comfortable|easy|confident about|with ...
    seeing|sees|with|dating the? lad|man|bloke|boyfriend|abuser
    not|hasnt|isnt|havent been? found|traced|located|caught
    back|all under|together|with|in|at|to one|the|same|him|her|them|mum|dad|two|men|parents roof|house|
        men|flat?
    gone|went|ran|run|runs|going|sneaking|drawn back|round|over to|with|there ...
    ran|run|runs|ran|absconded|missing|awol|missing off|away|from
    seen|spotted|hanging|turned|turning|turns|waiting|loitering outside|near|around|up|at|round
    sleeps|stays|lives|visits|comes|goes|turns|round there|here|over|round|up|with|every
    injunction|order|non|bail|orders|conditions ... lapsed|expired|breached|broken|breaching|broke|
        ended|ran|flouted|ignored
    hes|is|are|comes|getting|gets|due|released|be out|home on|tomorrow|today|soon|thursday|monday|
        tuesday|wednesday|friday|saturday|sunday|next|this
    going|coming|goes|heading straight|right|back? round|home|over|there
    send|sending|sent|discharge|discharging|release|returning|return|placing .. home|back
    nothing|nobody|nobodys|noone|noones ... stopping|stop|preventing|between|doing|done|watching|
        protecting|stopped
    share|shares|sharing a? bedroom|bed|room|house|flat|home
    carrying|carries|has|got|with|owns a? knife|weapon|gun
    exploited|groomed|trafficked|controlled
    afraid|terrified|petrified
    being left|hurt|hit|beaten|abused|neglected
    no food|heating
    pregnant again
    looks|looking after ... kids|children|baby|them
    minding|babysitting|babysits
    could happen|do again
    got|has three|two|four|others|more others|kids|under ...
    still coming|drinking|using|violent|seeing|sees|visiting|together
    in|at immediate? danger|risk|harms
    at risk|danger
    unsafe|unprotected|vulnerable|exposed
    worried|concerned|frightened|scared|fear for|about ... <who>|safety|baby
    back|still|living|lives|live|returned|returning|home|left|remains|remain|staying|goes|going|gone|
        there|alone|sleeping|house .. with|to|in|at .. mum|mums|dad|dads|mother|father|uncle|stepdad|
        stepfather|boyfriend|partner|him|her|perpetrator|abuser|suspect|them|parents|family|house|home|
        address|property|carer|carers|man|person
    still got access|contact|them|custody|her|him|the
    still has|have|having access|contact|unsupervised
    unsupervised contact|access
    got|has|have|with|gets unsupervised|free|full? access|contact
    has|have|had access to
    out on bail|licence
    on police|conditional? bail
    got|has a? key|keys
    still pick*|sees|see|visit*|collects|drops|phones|lives|looks|has|works|teaches|coaches
    on|been|released|granted bail
    back in|at ... house|home|property|address
    home alone
    made|making|makes threats|threat
    threatening|threatened|threatens
    nobody|noone|nothing|no|none ... protecting|protected|checking|watching|place|done|checked|removed|
        safeguarded|keeping
    nothing|no|not .. in place|plan|protection|order
    havent|hasnt|not|arent|isnt been? removed|moved|safeguarded|protected
    not|arent|isnt|havent|hasnt|never ... protected|safeguarded|removed|checked|made|being safe?
    no safety|protection plan
    missing
    hasnt|havent|not|yet been? found|seen
    cant|couldnt find|locate|reach|trace .. <who>
    taken|took|take|collected|got <who> back|home|away
    order ran|run|runs out
    order has? expired|lapsed
    hes|shes|theyre|is|are|were|was back|still home|there|in
    still|currently|ongoing ... abused|abusing|hurting|harmed|happening|harming|hit|beating|hitting|
        threatening
    still there|living|ongoing|happening|large|loose
    at large|loose
    on the loose|run
    continuing|continues|ongoing
    due|going home|back
    about to
    being discharged home|back|to
    newborn|baby|sibling|siblings|sibs|brother|brothers|sister|sisters|children|kids|twins is|are|s|re|
        still .. still|home|there|with|in|at|living ... him|her|them|mum|dad|parents|house|home|uncle|
        boyfriend|partner|there
    wont stay|keep|stop
    suicidal
    self harming
"""

UNSAFE_FIXED = """
    nothing|no|not|none ... in place|protection
    nothing has been? done|put|arranged|agreed
    nobody|noone|nobodys|noones|nothing is? keeping|protecting|looking|watching|stopping ... safe|them|
        her|him|others|after|out|others
    dont|not|doubt|wouldnt|never think|believe|say|feel|sure .. safe|protected|okay|ok
    not|isnt|arent|never|doesnt|wouldnt|cant at? all|really|be|feel|very|yet? safe|okay|ok|secure|
        protected
    not safe|protected|secure
    far from safe
    noone|nobody .. keeping|protecting|looking
    as we speak
    right now|this minute
    999 job
    urgent|emergency|immediately
    hasnt|havent|not|isnt|arent been? arrested|charged|caught|found|moved
    another|other|younger|older|little|baby ... still|there|home|risk|living|unborn
"""
