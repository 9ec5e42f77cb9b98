import {
  OUTCOMES,
  stateOf,
  collect,
  type DeliveryEvent,
  type Policy,
  type Status,
} from 'sms-delivery-state'

/** What each way of keeping a status shows, had the receipts come in this order. */
export interface Order {
  /** The first of them, in their order, and how many more there are. */
  readonly arrived: readonly Status[]
  readonly more: number
  readonly ours: Status
  readonly lastWins: Status | undefined
  readonly firstFinalWins: Status | undefined
  /** Ours, to the last field, is what it is for the order of the text. */
  readonly isSame: boolean
}

/** How many receipts of an order are told. */
const MOST = 16

/**
 * The same events in other orders, some of them twice: first as they are, then shuffled by the
 * numbers from 1 to `count`, so that a link shows the same again.
 */
export function ordersOf(
  events: readonly DeliveryEvent[],
  policy: Policy,
  now: number,
  count: number,
): Order[] {
  const first = JSON.stringify(stateOf(collect(events), policy, now))
  return Array.from({ length: count + 1 }, (_, seed): Order => {
    const arrived = seed === 0 ? events : shuffled(events, seed)
    const state = stateOf(collect(arrived), policy, now)
    return {
      arrived: arrived.slice(0, MOST).map(({ status }) => status),
      more: Math.max(0, arrived.length - MOST),
      ours: state.status,
      lastWins: arrived.at(-1)?.status,
      firstFinalWins: firstFinalWins(arrived),
      isSame: JSON.stringify(state) === first,
    }
  })
}

/** A column that refuses to leave a final status. */
function firstFinalWins(events: readonly DeliveryEvent[]): Status | undefined {
  return (events.find(({ status }) => isFinal(status)) ?? events.at(-1))?.status
}

const isFinal = (status: Status): boolean =>
  status === 'expired' || OUTCOMES[status] === 'failed' || OUTCOMES[status] === 'delivered'

/** In another order, and about every second one twice. The same for the same seed. */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const random = randomOf(seed)
  const all = items.flatMap((item) => (random() < 0.5 ? [item, item] : [item]))
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const [a, b] = [all[i]!, all[j]!]
    all[i] = b
    all[j] = a
  }
  return all
}

/** Numbers from 0 to below 1 (mulberry32). */
function randomOf(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
