import type { DeliveryEvent, Source } from '../event/event.ts'
import { omitUndefined } from '../event/omit-undefined.ts'
import { ownProperty } from '../reader/reading.ts'
import type { Provider } from '../receipts/provider.ts'
import type { Encoder, Format } from '../reader/encoder.ts'

/** What a provider writes to say an event: the format, and in its words. */
export interface Encoding {
  readonly format: Format
  readonly word: string
  readonly code: string | undefined
  /** The source of what is read in it. */
  readonly source: Source | undefined
}

const known = /* @__PURE__ */ new WeakMap<Format, Map<string, Encoding | undefined>>()

/**
 * The format, word and code by which a provider says an event; undefined where it cannot. Nothing
 * is written twice: each pair of its words and codes is read by the provider itself, until one
 * means the event. The first format goes first, but for an id or a source that is another one's.
 */
export function encodingOf(
  provider: Provider,
  encoder: Encoder,
  event: DeliveryEvent,
): Encoding | undefined {
  const { providerMessageId = '', source } = event
  const isOwner = ({ hasId }: Format) => hasId?.test(providerMessageId) === true
  const wanted = source === 'poll' ? 'poll' : 'webhook'
  let other: Encoding | undefined
  for (const format of [...encoder.filter(isOwner), ...encoder.filter((each) => !isOwner(each))]) {
    const encoding = encodingIn(provider, format, event)
    if (encoding?.source === wanted) return encoding
    other ??= encoding
  }
  return other
}

/** The same in one format. */
export function encodingIn(
  provider: Provider,
  format: Format,
  event: DeliveryEvent,
): Encoding | undefined {
  const { status, failure, confirmedBy, eventId, reference, occurredAt, read } = event
  if (occurredAt !== undefined && format.tick === Infinity) return undefined
  if (failure?.code !== undefined) return search(provider, format, event, [failure.code])
  const key = JSON.stringify([
    status,
    failure?.reason,
    failure?.permanent,
    confirmedBy,
    eventId !== undefined,
    reference !== undefined,
    read,
  ])
  const memory = known.get(format) ?? new Map<string, Encoding | undefined>()
  known.set(format, memory)
  if (!memory.has(key))
    memory.set(key, search(provider, format, event, [undefined, ...format.codes]))
  return memory.get(key)
}

function search(
  provider: Provider,
  format: Format,
  event: DeliveryEvent,
  codes: readonly (string | undefined)[],
): Encoding | undefined {
  const id = format.id(1)
  // Where a word has our own name for the status, and means it, it is the natural one.
  const words = format.words.includes(event.status) ? [event.status, ...format.words] : format.words
  for (const code of codes) {
    for (const word of words) {
      const said = provider.parse(
        omitUndefined(format.write({ id, word, code, time: undefined, event })),
      ).events[0]
      if (said && means(said, event)) return { format, word, code, source: said.source }
    }
  }
  return undefined
}

/** Whether what was said is what is wanted, so far as format, word and code decide it. */
function means(
  said: DeliveryEvent,
  { status, failure, confirmedBy, eventId, reference, read }: DeliveryEvent,
): boolean {
  const wanted = omitUndefined({ status, confirmedBy, eventId, reference, read })
  return (
    hasAll(said, wanted) &&
    (failure === undefined ||
      (said.failure !== undefined && hasAll(said.failure, omitUndefined(failure))))
  )
}

const hasAll = (said: object, wanted: object) =>
  Object.entries(wanted).every(([name, value]) => ownProperty(said, name) === value)
