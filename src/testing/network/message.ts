import type { DeliveryEvent } from '../../event/event.ts'
import type { Provider } from '../../receipts/provider.ts'
import { encoderOf } from '../encoder-of.ts'
import { isPrecise, tieOf } from '../../reader/encoder.ts'
import { encodingIn } from '../encoding.ts'
import { randomOf, type Random } from '../random.ts'
import { partsOf, wordsOf, type Word } from './carrier.ts'
import { sample } from './delay.ts'
import type { Network } from './options.ts'
import { arrivalsOf, mixed } from './receiver.ts'
import type { Trouble, TrueAttempt, TruePart, Truth } from './truth.ts'

/** A message from its submission to its end. */
export interface Message {
  readonly truth: Omit<Truth, 'events'>
  readonly arrivals: readonly Arrival[]
}

/**
 * Something reaches the service: a provider's receipt, or where there is no provider what the
 * service itself knows.
 */
export interface Arrival {
  readonly at: number
  readonly event: DeliveryEvent
  readonly provider?: Provider | undefined
}

/** Each message has chances of its own, so that it is the same whatever becomes of the others. */
export function messageOf(index: number, at: number, network: Network): Message {
  const random = randomOf(mixed(network.seed, index))
  const { chances, delays } = network
  const messageId = `message-${index + 1}`
  const count = random.happens(chances.segmented) ? 2 + random.whole(3) : 1
  const starts = random.happens(chances.resent) ? [at, at + sample(delays.resend, random)] : [at]
  const attempts = starts.map((submittedAt, i) =>
    attemptOf(
      { messageId, number: i + 1, firstId: index * 1024 + i * 256 + 1, submittedAt, count },
      network,
      random,
    ),
  )
  const deliveredAt = Math.min(...attempts.map(({ truth }) => truth.deliveredAt ?? Infinity))
  return {
    truth: {
      messageId,
      ...(deliveredAt < Infinity && { deliveredAt }),
      attempts: attempts.map(({ truth }) => truth),
    },
    arrivals: attempts.flatMap(({ arrivals }) => arrivals),
  }
}

interface Submission {
  readonly messageId: string
  /** From 1. */
  readonly number: number
  readonly firstId: number
  readonly submittedAt: number
  /** How many parts the text has. */
  readonly count: number
}

function attemptOf(
  { messageId, number, firstId, submittedAt, count }: Submission,
  network: Network,
  random: Random,
): { readonly truth: TrueAttempt; readonly arrivals: readonly Arrival[] } {
  const provider = random.pick(network.providers)
  const [format] = encoderOf(provider, 'simulate: ')
  const ids = Array.from({ length: format.parts === 'id' ? count : 1 }, (_, i) =>
    format.id(firstId + i),
  )
  const own = { messageId, attemptId: `${messageId}-${number}` }
  const answeredAt = submittedAt + sample(network.delays.answer, random)
  const sentAt = submittedAt + sample(network.delays.send, random)
  const parts = partsOf(count, sentAt, network, random)
  const words = wordsOf(parts, format.parts !== 'whole', [submittedAt, sentAt], network, random)

  const arrivals: Arrival[] = [
    {
      at: submittedAt,
      event: { status: 'pending', receivedAt: submittedAt, ...own, source: 'service' },
    },
    ...ids.map((id, i): Arrival => {
      const segment = ids.length > 1 && { segment: { index: i + 1, count } }
      const said = {
        ...own,
        provider: provider.name,
        ...tieOf(format, id),
        ...segment,
        source: 'response',
      } as const
      return { at: answeredAt, event: { status: 'accepted', receivedAt: answeredAt, ...said } }
    }),
  ]
  const troubles = new Set<Trouble>()
  const ahead = skewOf(provider, network)
  for (const word of words) {
    const event = eventOf(word, provider, ids, count, ahead)
    if (!event) continue
    const travelled = arrivalsOf(word.at, network, random)
    for (const trouble of travelled.troubles) troubles.add(trouble)
    if (word.isLie) troubles.add('contradicted')
    for (const at of travelled.arrivals) {
      arrivals.push({
        at,
        event: { ...event, ...(format.isNameless && own), receivedAt: at },
        provider,
      })
      if (event.occurredAt !== undefined && event.occurredAt > at) troubles.add('clock')
    }
  }
  if (arrivals.every((arrival) => !arrival.provider)) troubles.add('silence')
  const truth = {
    attemptId: own.attemptId,
    provider: provider.name,
    providerMessageIds: format.isNameless ? [] : ids,
    submittedAt,
    ...deliveredAt(parts),
    parts,
  }
  return {
    truth: { ...truth, knows: words.at(-1)?.status ?? 'pending', troubles: [...troubles].sort() },
    arrivals,
  }
}

/** The event as the provider would say it; undefined where its receipts have no word for it. */
function eventOf(
  word: Word,
  provider: Provider,
  ids: readonly string[],
  count: number,
  ahead: number,
): DeliveryEvent | undefined {
  const { status, reason, part, at } = word
  const [format] = encoderOf(provider, 'simulate: ')
  const reasoned: DeliveryEvent = { status, ...(reason && { failure: { reason } }) }
  const plain = encodingIn(provider, format, reasoned) ? reasoned : { status }
  if (!encodingIn(provider, format, plain)) return undefined
  const event: DeliveryEvent = {
    ...plain,
    ...tieOf(format, ids[format.parts === 'id' && part ? part - 1 : 0]!),
    ...(format.parts === 'receipt' && part && { segment: { index: part, count } }),
  }
  return isPrecise(format) ? { ...event, occurredAt: at + ahead } : event
}

function deliveredAt(parts: readonly TruePart[]): { readonly deliveredAt?: number } {
  return parts.every(({ fate }) => fate === 'delivered')
    ? { deliveredAt: Math.max(...parts.map(({ at }) => at)) }
    : {}
}

/** How far ahead a provider's clock is, in ms; negative where it is behind. */
function skewOf(provider: Provider, { seed, skew, providers }: Network): number {
  return Math.round((randomOf(mixed(seed, -1 - providers.indexOf(provider))).next() * 2 - 1) * skew)
}
