// @ts-check
// How the work grows with one message: µs of CPU for each event. What is linear stays level.
import { apply, collect, otp, reduce, timeline } from 'sms-delivery-state'
import { cpuOf } from './measure.mjs'

/** @typedef {import('sms-delivery-state').DeliveryEvent} DeliveryEvent */

const SIZES = [1, 10, 100, 1_000, 10_000, 100_000]
const START = 1_790_000_000_000

/** @type {Record<string, (i: number) => Partial<DeliveryEvent>>} */
const KINDS = {
  events: () => ({ attemptId: 'A', providerMessageId: 'X' }),
  attempts: (i) => ({ attemptId: `A${i}`, providerMessageId: `X${i}` }),
  // There are 255 at most.
  segments: (i) => ({ attemptId: 'A', segment: { index: (i % 255) + 1, count: 255 } }),
  'provider ids': (i) => ({ attemptId: 'A', providerMessageId: `X${i}` }),
}

const STATUSES = /** @type {const} */ (['accepted', 'queued', 'sent', 'delivered'])

/**
 * What is done, and with how many events: evidence holds few of them.
 *
 * @type {Record<string, (events: DeliveryEvent[], now: number) => [() => unknown, number]>}
 */
const FUNCTIONS = {
  reduce: (events, now) => [() => reduce(events, otp, now), events.length],
  collect: (events) => [() => collect(events), events.length],
  timeline: (events, now) => [() => timeline(events, otp, now), events.length],
  apply: (events, now) => {
    const evidence = collect(events.slice(1))
    const [event] = /** @type {[DeliveryEvent]} */ (events)
    return [() => apply(evidence, event, otp, now), evidence.events.length + 1]
  },
}

const table = Object.entries(FUNCTIONS).flatMap(([name, make]) =>
  Object.entries(KINDS).map(([kind, partOf]) => ({
    name,
    kind,
    micros: SIZES.map((size) => {
      const events = Array.from({ length: size }, (_, i) => ({
        status: STATUSES[i % STATUSES.length] ?? 'sent',
        messageId: 'm',
        receivedAt: START + i,
        ...partOf(i),
      }))
      const [run, count] = make(events, START + size)
      return bestOf(run) / count
    }),
  })),
)
process.stdout.write(JSON.stringify({ sizes: SIZES, table }))

/** The best of a few runs: what is left once the compiler is done. */
function bestOf(/** @type {() => unknown} */ run) {
  let times = 1
  while (cpuOf(run, times) < 10_000) times *= 2
  let best = Infinity
  for (let i = 0; i < 3; i++) best = Math.min(best, cpuOf(run, times) / times)
  return best
}
