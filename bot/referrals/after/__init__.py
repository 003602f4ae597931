"""After the decision to refer: the steps that others take, recorded by a lead, each with the clock that it starts."""
