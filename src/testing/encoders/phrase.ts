import type { DeliveryEvent } from '../../event/event.ts'
import { given } from '../../event/given.ts'
import { own } from '../../providers/reading.ts'
import type { Provider } from '../../receipts/provider.ts'
import type { Encoder } from './encoder.ts'

export interface Phrase {
  readonly word: string
  readonly code: string | undefined
}

const known = /* @__PURE__ */ new WeakMap<Encoder, Map<string, Phrase | undefined>>()

/**
 * The word and the code by which a provider says an event's status, reason and confirmation; undefined where it cannot.
 * Nothing is written twice: each pair of its words and codes is read by the provider itself, until one means the event.
 */
export function phraseOf(provider: Provider, encoder: Encoder, event: DeliveryEvent): Phrase | undefined {
  const { status, failure, confirmedBy, source, eventId } = event
  if (failure?.code !== undefined) return search(provider, encoder, event, [failure.code])
  const key = JSON.stringify([status, failure?.reason, failure?.permanent, confirmedBy, source === 'poll', eventId !== undefined])
  const memory = known.get(encoder) ?? new Map<string, Phrase | undefined>()
  known.set(encoder, memory)
  if (!memory.has(key)) memory.set(key, search(provider, encoder, event, [undefined, ...encoder.codes]))
  return memory.get(key)
}

function search(
  provider: Provider,
  encoder: Encoder,
  event: DeliveryEvent,
  codes: readonly (string | undefined)[],
): Phrase | undefined {
  const { write } = encoder.format(event)
  // Where a word has our own name for the status, and means it, it is the natural one.
  const words = encoder.words.includes(event.status) ? [event.status, ...encoder.words] : encoder.words
  for (const code of codes) {
    for (const word of words) {
      const body = given(write({ id: encoder.id(1), word, code, time: undefined, event }))
      if (provider.parse(body).events.some((said) => means(said, event))) return { word, code }
    }
  }
  return undefined
}

/** Whether what was said is what is wanted, so far as words and codes tell it. */
function means(said: DeliveryEvent, { status, failure, confirmedBy }: DeliveryEvent): boolean {
  return (
    said.status === status &&
    (confirmedBy === undefined || said.confirmedBy === confirmedBy) &&
    Object.entries(given(failure ?? {})).every(([name, value]) => said.failure && own(said.failure, name) === value)
  )
}
