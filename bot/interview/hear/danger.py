"""Is this child, or any other child, in danger now or not yet protected?"""

from bot.interview.hear.patterns import Patterns
from bot.interview.hear.yes_no import YesNo

IMMEDIATE_DANGER = YesNo(
    Patterns(
        yes="""
        in|at immediate? danger|risk|harms
        at risk|danger
        unsafe|unprotected|vulnerable|exposed
        worried|concerned|frightened|scared|fear for|about ... <who>|safety|baby
        back|still|living|lives|live|returned|returning|home|left|remains|remain|staying|goes|going|gone|there|alone|sleeping|house .. with|to|in|at .. mum|mums|dad|dads|mother|father|uncle|stepdad|stepfather|boyfriend|partner|him|her|perpetrator|abuser|suspect|them|parents|family|house|home|address|property|carer|carers|man|person
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
        nobody|noone|nothing|no|none ... protecting|protected|checking|watching|place|done|checked|removed|safeguarded|keeping
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
        still|currently|ongoing ... abused|abusing|hurting|harmed|happening|harming|hit|beating|hitting|threatening
        still there|living|ongoing|happening|large|loose
        at large|loose
        on the loose|run
        continuing|continues|ongoing
        due|going home|back
        about to
        being discharged home|back|to
        newborn|baby|sibling|siblings|sibs|brother|brothers|sister|sisters|children|kids|twins is|are|s|re|still .. still|home|there|with|in|at|living ... him|her|them|mum|dad|parents|house|home|uncle|boyfriend|partner|there
        wont stay|keep|stop
        suicidal
        self harming
        """,
        yes_="""
        not|isnt|arent|never|doesnt|wouldnt|cant at? all|really|be|feel|very|yet? safe|okay|ok|secure|protected
        not safe|protected|secure
        far from safe
        no one|body .. keeping|protecting|looking
        as we speak
        right now|this minute
        999 job
        urgent|emergency|immediately
        hasnt|havent|not|isnt|arent been? arrested|charged|caught|found|moved
        another|other|younger|older|little|baby ... still|there|home|risk|living|unborn
        """,
        no="""
        safe|safeguarded|protected
        safe and well|sound
        in|into|with|gone|at|moved|placed|to|been foster|care|carers|placement|kinship|hospital
        foster care|carer|carers|placement|family
        with .. nan|nana|nanna|gran|grandma|grandmother|grandparents|aunt|auntie|foster|carers|adopters|relatives
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
        no|any|not further|longer|current|ongoing|immediate|other|present|further risk|danger|risks|threat|concern|concerns|harm
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
        """,
        no_="""
        protected|safe under|by|with ...
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
        perpetrator|suspect|father|dad|stepdad|mother|mum|boyfriend|he|she is|s|has|died|hes|shes|been .. dead|died|custody|remanded|arrested
        hes|shes|theyre|they|all? all? .. safe|fine|ok|okay
        she|he|they|child|everyone|everybody|kids|children .. safe|protected|fine|ok|okay|looked
        """,
        unknown="""
        dont|not|havent|hasnt|cant|unsure|unclear know|sure|checked|seen|heard|say|certain|about .. siblings|sibs|brother|sister|baby|others|other|kids|children|little|younger
        """,
    ),
    supposed="unknown",
    weighs="yes",
)
