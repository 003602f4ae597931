"""Any concern about how two or more organisations worked together?"""

from bot.interview.hear.patterns import Patterns
from bot.interview.hear.yes_no import YesNo

AGENCIES_TOGETHER = YesNo(
    Patterns(
        yes="""
        never|not|didnt got|get|received|receive|reached|told|heard|seen|saw|shown|given ...
        got|getting|went|gone|led nowhere|ignored|lost|missed
        nowhere
        shambles|mess|chaos|chaotic|shambolic|disaster|nightmare|dire|terrible|appalling|rubbish|awful|
            inadequate|lacking|disjointed|muddle|muddled|dysfunctional
        different|conflicting|contradictory|own versions|advice|plans|thresholds|messages|stories|systems|
            agendas
        in the dark
        kept|left|cut|shut|frozen out|in|of
        dots
        silos
        ignored|overlooked|dismissed|chased|chasing|unanswered|unreturned
        too late|little|slow|long|many
        waiting|waited weeks|months|ages|for
        closed|stepped down|without|early ...
        weeks|months ... response|reply|allocated|assessment
        thought|assumed|presumed|expected|relied ... someone|somebody|else|other|another|others
        held|withheld back|information
        working in isolation
        blame
        bad|worse
        concern|concerns|concerned|worry|worries|worried|issues|issue|problems|problem|failings|failing|
            failures|failure|failed|gaps|gap|breakdown|breakdowns|shortcomings|delays|delay|missed|lapses|
            confusion|poor|poorly|badly|mistakes|weaknesses|weak|patchy|disjointed|fragmented|silo|silos|
            miscommunication
        fell|fallen|falling|slipped|lost through|between|down|in
        didnt|dont|wasnt|werent|hadnt|havent|never|not|doesnt|nobody|noone|nothing|none|hardly|without|
            wouldnt|couldnt|isnt|failed ... share|shared|sharing|talk|talked|talking|speak|spoke|speaking|
            spoken|communicate|communicated|communicating|communication|tell|told|pass|passed|join|joined|
            joining|coordinated|coordinate|coordination|followed|follow|meet|met|meeting|meetings|attend|
            attended|attending|turn|turned|invited|informed|aware|linked|listen|listened|respond|responded|
            connect|connected|act|acted|chase|chased|knew|work|worked|happened|escalated|lead|came|picked
        didnt|wasnt|werent|nobody|noone|never .. know|aware
        no communication|information|joint|joined|coordination|lead|multi|strategy|sharing|one
        should have .. shared|talked|told|spoken|known|met|acted|been|worked|done
        could have .. shared|talked|told|spoken|better|met|done|worked|been
        each|everyone|everybody|both|all|agencies|school|police|they .. thought|assumed|blamed|blaming|
            assuming|thinking ... other|else|others|someone
        passed|pushed|bounced|batted|passing from|around|about|back|pillar
        pillar to post
        bounced|batted
        not|wasnt|werent|isnt|nothing joined|joint
        left|right hand
        disagreed|disagreement|argued|disputes|dispute|arguing|conflict
        lack|absence of
        cross|crossed wires
        late|slow|slowly
        dropped
        wrong
        """,
        yes_="""
        not|werent|arent|wasnt|never ... same page|wavelength
        nobody|noone took|takes|had|has|taking|owned|held responsibility|ownership|lead|charge|overview|
            grip|oversight|overall
        nobody|noone|nothing has|was|is|were ... shared|sharing|done|told|listened|leading|coordinating|
            responsible
        lack|lacking|absence|shortage of ...
        without|before|never .. telling|informing|consulting|asking|sharing|checking|letting|discussing ...
        took|taking|taken .. weeks|months|years|ages|forever|days ...
        confusion|argument|arguments|dispute|rows over|about|between ...
        nobody|noone|never|not|didnt|failed to? joined|join|joining up|the dots?
        joining the dots
        id|would say so|yes
        """,
        no_="""
        working|work|practice|communication|sharing|relationships|liaison was|is|were .. strong|good|great|
            excellent|fine|exemplary|effective|solid|spot|brilliant|positive|smooth
        everyone|everybody|all|they|we shared|told|knew|did|communicated|attended|contributed ...
        great|good|strong|brilliant team|network|relationships ...
        cant|couldnt|no|wouldnt fault|faulting|complain|complaints|criticise|criticism ...
        communicated|talked|shared|worked|met|spoke|liaised|linked|responded|coordinated .. really|so|very|
            every|all|each|weekly|daily|regularly|constantly|perfectly|fully|together|well|properly
        we|they|everyone all met|worked|talked|spoke|shared|knew|did ...
        met every|weekly|regularly|monthly|daily
        did|done all|everything|what|their|a ...
        nothing that|to|which|i|springs ...
        pulled together
        on the ball
        not in|that|from|really|especially|particularly ...
        not really
        happy with
        impressed
        well|very|really well? coordinated|supported|handled|managed|organised|done|run
        no|not|any|without|havent|dont|nothing|havent|never|isnt .. concern|concerns|concerned|worry|
            worries|issues|issue|problems|problem|gaps|failings|failures|wrong|complaints|criticism|delays|
            delay|missed|fault|poor
        nothing|nowt wrong|bad|missed|untoward|concerning|amiss|to
        worked|work|working|works|communicated|shared|coordinated|joined|linked|liaised|talked|pulled|
            coordination|communication|sharing .. well|brilliantly|fine|good|together|properly|up|great|
            closely|excellent|effectively|everything|excellently|promptly|seamlessly|as|superb
        joined up
        good|great|excellent|strong|brilliant|effective|exemplary|close|fine|first .. working|
            communication|work|practice|sharing|coordination|liaison|relationships|multi|rate|on
        all|everyone|everybody|they|agencies|we|both|services|people were|was|did|kept|are|turned|attended|
            came|spoke|talked|shared|communicated|met|knew ... touch|everything|well|together|right|should|
            up|job|could|loop|informed|closely|regularly|daily|other
        in regular|close|constant|daily|good|contact|touch touch|contact
        regular|weekly|daily|monthly|good contact|meetings|touch|communication
        couldnt|could not have? fault|faulted|done|do
        only|just one|our|us|my|a single? agency|organisation|service|school|involved|team|us
        no|other other|agency|agencies|one|else|services|organisations was|were|involved|knew|been
        only one|agency|us
        everyone|all|they did .. should|right|could|everything|job
        smooth|smoothly|textbook|faultless|spot
        """,
        unknown="""
        joined|started|came|new|moved last|recently|after|just|in ...
        for|up the|to review|partners|panel ...
        need|needs|want|wait to see|read|look ...
        not|havent|hasnt|never seen|read|had|been .. enough|records|files|notes|everything|report ...
        not|havent seen ...
        wasnt|werent there|here|around|party|privy|involved ...
        only know|seen|see|got|aware|have|speak|had ... side|bit|part|end|records|own|our|us
        only our|my side|bit|part|records
        chronology
        chronologies
        until|till|once|wait|waiting|after ... chronology|review|meeting|records|iir|see|agencies|reports
        some did ...
        gossip|rumour|rumours
        i|we wasnt|werent|only|just .. there|involved|part|started|joined
        new to ...
        """,
    ),
    believed="yes",
    doubted="no",
    supposed="unknown",
)
