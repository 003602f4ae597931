"""What says that a child was seriously harmed."""

SERIOUSLY_HARMED = """
    sustained|prolonged|repeated|extreme|chronic|horrific|awful|terrible abuse|neglect|violence|assault|
        assaults|injuries|injury
    badly|severely|deeply|seriously|very traumatised|traumatized|affected|damaged|unwell|poorly
    lost #|one|two|three|both|a|an|most|part .. finger|fingers|toe|toes|leg|arm|eye|eyes|hand|foot|legs
    left with|disabled|unable|brain|paralysed|scarred ...
    haemorrhages|retinal|hematoma|haematoma|contusion|concussion
    broke|broken|breaking|smashed|shattered .. leg|legs|arm|arms|bones|jaw|ribs|skull|neck|back|hip|
        wrist|ankle|nose|pelvis
    acid|knife|gunshot|petrol|chip attack|wound|wounds|burns
    starved|starving|skeletal|underweight|emaciated|dehydrated
    weighed|weighs only?
    abused|exploited|groomed|molested|trafficked|neglected|fgm
    hurt|injured|harmed .. badly|bad|serious|seriously
    in|into|to theatre|surgery|resus|hospital|ward|coma
    breakdown|sectioned|psychosis
    bleeding in|on|from
    organ|kidney|liver failure|damage
    spinal|spine|neck|nerve|kidney injury|damage|cord
    long term|lasting|life harm|damage|injury|injuries|disability|effects|problems|long
    critical care|condition|list
    hypothermia|sepsis
    tube fed
    prosthetic|transplant|skin graft
    serious|severe|violent|vicious|savage assault|attack|beating|overdose|fall|crash|accident|incident|
        abuse|neglect
    lost|losing consciousness
    knocked out|unconscious
    unconscious|unresponsive
    needed|had|having .. operation|surgery|op|transfusion|transplant
    operation
    serious|seriously|severe|severely|significant|significantly|badly|critically|major|grievous|
        catastrophic|gravely .. harm|harmed|hurt|injured|injury|injuries|ill|poorly|unwell|burned|
        burnt|burns|scalded|abused|neglected|assaulted|beaten|malnourished|disabled
    serious|severe|critical|grave|major condition|harm|injury|injuries|head|burns
    fracture*|skull|brain|bleed|haemorrhage|subdural|coma|picu|icu|itu|hdu|paralysed|amputat*|burns|
        burned|burnt|scald|scalds|scalded|stabbed|stab|shot|strangled|poisoned|starved|malnourished|
        emaciated|disfigured|blinded|blind|maimed|mutilated|gbh|scarred|overdosed|overdose|raped|rape
    intensive care
    life support
    ventilator|ventilated|intubated|sedated
    on oxygen
    life changing|threatening|limiting|altering
    critical|critically
    broken|broke|breaks|snapped <his>? arm|leg|bone|bones|ribs|rib|jaw|neck|back|pelvis|collarbone|
        wrist|hip|femur|limbs|nose|both
    internal injuries|bleeding|damage
    ruptured|lacerated|punctured|collapsed spleen|liver|lung|bowel
    fighting for
    clinging to
    lost <his>? sight|hearing|leg|arm|hand|finger|fingers|eye|foot|vision|use|toe
    permanent|permanently|lifelong|lasting|long .. damage|damaged|disabled|disability|injury|injuries|
        harm|harmed|scarring|scars|effects|term|impairment
    wheelchair
    nai
    non accidental
    shaken baby
    brain damage|injury|damaged
    major|emergency|life|had|needed surgery|operation|op
    surgery|theatre
    in|still hospital
    hospitalised|hospitalized|resuscitated|resus
    cardiac arrest
    sectioned|psychosis|psychotic
    mental|emotional|psychological health? .. harm|breakdown|trauma|damage|scars|wrecked|shot
    survived|pulled
    sexually abused|assaulted|exploited
    sexual abuse|assault|exploitation
    feeding tube
    seizures|fits
    hurt badly|bad|seriously
    in a bad|terrible way
    touch and go
    trafficked|tortured
"""
SERIOUSLY_HARMED_FIXED = """
    left|given up|presumed for dead
    but|still|is|shes|hes alive|living
    hell|shell|theyll|will live|survive|recover
    never|not|wont|cant|unable|able .. walk|talk|see|hear|speak|same|recover|recovered|again
    nearly|almost|came|close .. lost <his> life|leg|arm|sight|eye|hand
    nearly|almost died|dead|killed
    lucky to be alive
    alive but ...
    survived|alive .. but ...
    pulled through
    attempted suicide|overdose
    tried to kill|hang|end|take
    suicide attempt
    brought|bring back|round to? life?
"""
