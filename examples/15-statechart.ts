// For a page that is a statechart (XState): entry actions draw it, and one timer wakes it at
// `reviewAt`.
import {
  otp,
  reduce,
  type DeliveryEvent,
  type DeliveryState,
  type Status,
} from 'sms-delivery-state'
import { createDeliveryMachine, machineSnapshot } from 'sms-delivery-state/machine'
import { createActor, SimulatedClock } from 'xstate'

// So that it prints the same each time; a real page has Date.now and setTimeout.
const start = Date.parse('2026-11-20T09:00:00Z')
const clock = new SimulatedClock()
clock.set(start)

const log: DeliveryEvent[] = []
const stateNow = (): DeliveryState => reduce(log, otp, clock.now())

const SAYS: Record<Status, string> = {
  pending: 'We are sending you a code.',
  accepted: 'We are sending you a code.',
  queued: 'We are sending you a code.',
  sent: 'Your code was handed on for delivery.',
  unknown: 'We cannot tell whether your code has arrived.',
  expired: 'No report says that your code was delivered in time.',
  failed: 'We could not send your code.',
  undelivered: 'The phone network reported that it could not deliver your code.',
  delivered: 'Your code was reported as delivered.',
}

function draw(status: Status): void {
  const offer = stateNow().advice.action === 'offer-resend' ? ' [Send another code]' : ''
  console.log(`${(clock.now() - start) / 1_000} s:`.padStart(6), SAYS[status] + offer)
}

const machine = createDeliveryMachine(otp).provide({
  actions: { show: (_, { status }) => draw(status) },
})
const actor = createActor(machine)

/** What time alone changes: it gets slow, and then the window closes. */
function review(): void {
  const { closed, deadline, status } = stateNow()
  if (closed && deadline !== undefined) actor.send({ type: 'deadline', at: deadline })
  else draw(status)
  setTimer()
}

let timer: number | undefined
function setTimer(): void {
  if (timer !== undefined) clock.clearTimeout(timer)
  const { reviewAt } = stateNow()
  timer = reviewAt === undefined ? undefined : clock.setTimeout(review, reviewAt - clock.now())
}

function hear(status: Status, seconds: number): void {
  while (clock.now() < start + seconds * 1_000) clock.increment(1_000)
  const event: DeliveryEvent = { status, receivedAt: clock.now() }
  log.push(event)
  actor.send({ ...event, type: event.status, at: event.receivedAt })
  setTimer()
}

actor.start()
hear('queued', 1)
hear('sent', 2)
hear('sent', 3)
hear('delivered', 423)

const { value, context } = actor.getSnapshot()
console.log(
  'The chart stands at',
  value,
  'and knows of a delivery at',
  new Date(context.deliveredAt ?? 0).toISOString(),
)

// Another process goes on from the state that was stored: nothing is drawn again, and nothing is
// lost.
const stored = JSON.stringify(stateNow())
const again = createActor(machine, {
  snapshot: machineSnapshot(JSON.parse(stored) as DeliveryState),
}).start()
console.log(
  'The other one at',
  again.getSnapshot().value,
  again.getSnapshot().hasTag('settled') ? 'settled' : 'not settled',
)

/* prints:
  0 s: We are sending you a code.
  1 s: We are sending you a code.
  2 s: Your code was handed on for delivery.
 31 s: Your code was handed on for delivery. [Send another code]
301 s: No report says that your code was delivered in time. [Send another code]
The chart stands at { closed: 'expired' } and knows of a delivery at 2026-11-20T09:07:03.000Z
The other one at { closed: 'expired' } settled
*/
