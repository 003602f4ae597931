"""Do you work for the council's children's services?"""

from bot.interview.hear.patterns import Patterns
from bot.interview.hear.yes_no import YesNo

WORKS_FOR_LA = YesNo(
    Patterns(
        yes="""
        virtual school head|team
        virtual head
        head of service
        council|councils|la|local ... fostering|adoption|social|childrens|early|youth|duty|safeguarding|team
        approved mental
        corporate director
        practice lead|supervisor|educator
        send|ehcp|education|attendance|ewo officer|team|council
        fostering|adoption|kinship social|team|officer|worker
        social work
        cp chair
        pa|p a leaving|in|for
        social worker|work|workers|care
        sw|asye|lado|iro|edt|mash|cssw
        childrens|children social|service|services|care|team
        local authority|council
        council|councils
        la|council|borough|county employee|employed|staff|worker|officer|social
        work|works|working|employed|job|based|am|im .. for|by|in|at|within|with .. council|la|local|
            childrens|borough|mash|authority
        team|practice|service|principal manager|leader|head|director|social|lead
        independent reviewing|chair
        fostering|adoption|leaving|family|early|looked|lac|assessment|duty|court|safeguarding|edge|edt|cp|
            referral|child|locality|youth care? help|support|team|officer|justice|and
        early help
        front door
        personal adviser|advisor
        family support worker
        duty|mash|assessment|safeguarding team|worker|officer|desk
        dcs
        assistant|service director
        youth offending|justice
        virtual school|head
        """,
        no_="""
        voluntary|charitable|faith|community|third organisation|sector|group|charity|org
        volunteer|barnardos|nspcc|action|shelter|mencap|citizens|samaritans
        optician|optometrist|dietitian|radiographer|surgeon|registrar|psychotherapist|osteopath|
            chiropodist|caretaker|chaplain|imam|priest|rabbi|driver|receptionist|cook|cleaner|student|
            trainee
        no ... probation|police|health|nhs|school|charity
        safer neighbourhood
        fire service|brigade
        mental health trust|team|nurse
        police|officer|pc|dc|ds|cid|constable|detective|sergeant|dci|met
        teacher|teaching|ta|head|headteacher|headmistress|school|academy|college|senco|dsl|pastoral|tutor|
            lecturer|nursery|preschool|childminder|childcare|playgroup
        nurse|nhs|hospital|gp|doctor|paramedic|midwife|health|hv|physio|consultant|paediatrician|paeds|a&e|
            camhs|trust|icb|surgery|practice|psychologist|psychiatrist|therapist|ambulance|matron|
            clinician|ward|pharmacist|dentist|medical
        charity|voluntary|volunteer|charities|barnardos|nspcc|church|vicar|faith|mosque|youth worker
        probation|prison|cafcass|housing association|solicitor|coroner|landlord|army|military|yoi
        foster carer|parent
        foster carer
        private|independent|agency|self|academy|trust|provider|supermarket
        no|not|dont|didnt|never|nor|isnt|left ... council|la|local|childrens|social|them|authority|worker|
            services|there|mash
        not|no|isnt|arent council|la|them|us|me
        parent|grandparent|member|neighbour|public|relative|mum|dad|nan|aunt|family
        scout|scouts|football|coach|club|guides|sports
        governor|councillor
        different|another|other organisation|agency|employer
        used to
        former|ex|retired|formerly
        refuge|advocate|counsellor
        childrens home|centre
        adult|adults social|services
        """,
        unknown="""
        seconded|secondment|joint|jointly|commissioned|hosted|contractor|contract|locum|half
        sort|kind of
        council school|nursery|run|funded|maintained
        """,
    ),
    believed="yes",
)
