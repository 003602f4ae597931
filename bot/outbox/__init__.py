"""The outbox: one queue for everything that is sent to anybody, and for what came in from Teams and waits its turn.

A row (`item.Item`) is written in the transaction of what it is about, so that neither is stored without the other.

1. `queue.add` writes it: `way` names what deals with it, or is empty for what `address.address` gives to every way
   that reaches its lead, one row each, so that a way that is down holds up no other. A way that is no longer
   configured loses its rows to those that are.
2. `queue.lease` takes what is due for two minutes, in one statement, so that of several workers one has it; of one
   `lane` (a chat) only the first. A worker that dies leaves it to the next.
3. `worker.Worker` hands it to its way, then records that it was done, when to try again, or that it was given up.

A crash between 2 and 3 deals with it twice; a repeat carries the same key. A way that stores something itself calls
`queue.done` in that transaction, and so does it once.

To add a way, write a subclass of `way.Way` and have `bot.channels.sending.ways_of` return it too.
"""
