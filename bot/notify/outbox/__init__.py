"""The transactional outbox: what leads must be told is a row written in the transaction of the event that it is
about, so that neither is ever stored without the other; a worker sends it, again and again until it is taken.

1. `enqueue.tell_later` writes a notice for one lead, still without a backend.
2. `address.address` gives it to every backend that reaches the lead, one row each, so that one that is down
   holds up no other.
3. `lease.lease` takes what is due for a while, in one statement, so that of several workers one has it; a
   worker that dies leaves it to the next.
4. `worker.deliver_due` hands it to the backend, then records that it was sent, or when to try again.

A crash between 3 and 4 sends a notice twice. The second is recognisably the same: it carries the same key.

To add a backend, write a class with the three members of `backend.Backend` (a `name` of its own, `reaches`,
`deliver`) and add it to the list that `bot.notify.choose.choose_backends` returns. A message has a reference,
whether it is urgent, a kind and a link; a backend has no way to say more, and must not find one.
"""
