import type { DeliveryEvent } from '../../event/event.ts'
import { randomOf } from '../random.ts'
import type { Receipt } from '../raw-receipt.ts'
import { receiptIn } from '../receipt.ts'
import { messageOf, type Arrival } from './message.ts'
import { networkOf, type Network, type NetworkOptions } from './options.ts'
import { Queue, type Waiting } from './queue.ts'
import { mixed } from './receiver.ts'
import type { Truth } from './truth.ts'

/**
 * What the simulated network does next. `at` is the service's own clock, in ms since the epoch, and
 * never goes back.
 */
export type NetworkStep =
  /**
   * What the service knows without a receipt: it submitted the message, the API answered with an
   * id.
   */
  | {
      readonly type: 'event'
      readonly at: number
      readonly messageId: string
      readonly event: DeliveryEvent
    }
  /**
   * A callback. It holds the provider's id alone, as in life (or your reference, if the provider
   * has none); `messageId` is for you to look behind the scenes.
   */
  | {
      readonly type: 'receipt'
      readonly at: number
      readonly messageId: string
      readonly receipt: Receipt
    }
  /** Nothing more will ever come about this message: now judge what your service shows. */
  | {
      readonly type: 'over'
      readonly at: number
      readonly messageId: string
      readonly truth: Truth
    }

/**
 * A mobile network in a box: thousands of messages, carriers that are slow or silent, receipts that
 * are lost, repeated, overtaken, contradicted, stamped by wrong clocks, or held back by an outage
 * of your service and then sent all at once. It gives what reaches the service, in order of
 * arrival, and for each message in the end what truly happened, so that a service can be judged by
 * more than its own records.
 *
 * The same options give the same steps, on every machine. It is an iterator that holds what is
 * still on its way, not all messages; a message costs about 0.05 ms. The defaults (see {@link
 * NetworkOptions}) are a judgement: worse than a usual day, so that a thousand messages show every
 * kind of trouble.
 *
 * @throws TypeError for options that are wrong
 * @example
 * ```ts
 * let [shown, missed] = [0, 0]
 * for (const step of simulate({ seed: 1, messages: 1_000, providers: [twilio] })) {
 *   if (step.type !== 'over' || step.truth.deliveredAt === undefined) continue
 *   if (reduce(step.truth.events, notification, step.at).status === 'delivered') shown++
 *   else missed++
 * }
 * console.log(`${shown} deliveries are shown; of ${missed} no receipt told`) // → 867 deliveries are shown; of 29 no receipt told
 * ```
 */
export function simulate(options: NetworkOptions): IterableIterator<NetworkStep> {
  return steps(networkOf(options), new Queue())
}

/** What waits: an arrival, or without one the end of the message. */
export interface Pending extends Waiting {
  readonly story: Story
  readonly arrival?: Arrival | undefined
}

interface Story {
  readonly truth: Omit<Truth, 'events'>
  readonly events: DeliveryEvent[]
}

/** The queue is handed in so that a test can see how much waits in it. */
export function* steps(network: Network, queue: Queue<Pending>): Generator<NetworkStep> {
  const clock = randomOf(mixed(network.seed, -1_000_000))
  let turn = 0
  let at = network.start
  for (let index = 0; index < network.messages || queue.first;) {
    const isNext = index < network.messages && (!queue.first || at <= queue.first.at)
    if (!isNext) {
      yield stepOf(queue.take()!)
      continue
    }
    const { truth, arrivals } = messageOf(index++, at, network)
    const story: Story = { truth, events: [] }
    for (const arrival of arrivals) queue.add({ at: arrival.at, turn: turn++, story, arrival })
    const last = [
      ...arrivals.map((arrival) => arrival.at),
      ...truth.attempts.flatMap(({ parts }) => parts.map((part) => part.at)),
    ]
    queue.add({ at: Math.max(...last), turn: turn++, story })
    at += clock.whole(2 * network.every + 1)
  }
}

function stepOf({ at, story, arrival }: Pending): NetworkStep {
  const { truth, events } = story
  const { messageId } = truth
  if (!arrival) return { type: 'over', at, messageId, truth: { ...truth, events } }
  const { provider, event } = arrival
  if (!provider) {
    events.push(event)
    return { type: 'event', at, messageId, event }
  }
  const receipt = receiptIn('simulate: ', provider, event)
  events.push(receipt.event)
  return { type: 'receipt', at, messageId, receipt }
}
