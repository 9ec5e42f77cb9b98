import { eventsByMessage } from '../evidence/by-message.ts'
import { collectByMessage, merge, type DeliveryEvent, type Evidence } from '../index.ts'

/** What is known of one message. */
export interface Message {
  /** As `collectByMessage` names it. */
  readonly id: string
  readonly evidence: Evidence
  /** All of them where they are kept. */
  readonly events: readonly DeliveryEvent[]
}

/** Events under one set of ids: where they belong is settled when all events are known, and they belong there together. */
interface Share {
  /** An event that has the ids alone. */
  readonly label: DeliveryEvent
  evidence: Evidence | undefined
  /** Those that are not in the evidence yet. */
  readonly events: DeliveryEvent[]
}

/** An event takes about as much room as a mark of an evidence, of which a message has half a dozen. */
const WAITING = 16

/**
 * Sorts events into messages as they come, by the rules of `collectByMessage`. A tie may stand anywhere in the input, so it keeps an
 * evidence for each set of ids, and joins these at the end. What it holds grows with the messages and their ids, not with the events.
 */
export class Messages {
  readonly #shares = new Map<string, Share>()
  readonly #only: string | undefined
  readonly #keepsEvents: boolean

  /** `only`: of other messages no more than their ids is kept. `keepsEvents`: all of them are, for an explanation. */
  constructor({ only, keepsEvents = false }: { only?: string | undefined; keepsEvents?: boolean | undefined } = {}) {
    this.#only = only
    this.#keepsEvents = keepsEvents
  }

  /** The event must have a message id or a provider message id. */
  add(event: DeliveryEvent): void {
    const key = keyOf(event)
    const { messageId, provider, providerMessageId } = event
    let share = this.#shares.get(key)
    if (share === undefined) {
      const label = { status: 'pending', messageId, provider, providerMessageId } as const
      share = { label, evidence: undefined, events: [] }
      this.#shares.set(key, share)
    }
    if (this.#only !== undefined && messageId !== undefined && messageId !== this.#only) return
    share.events.push(event)
    // Each time twice as much, as condensing looks at all that is known.
    const most = Math.max(WAITING, share.evidence?.marks.length ?? 0)
    if (share.events.length >= most && !this.#keepsEvents) condense(share)
  }

  /** How much is held: sets of ids, and what is known under them, in events and marks. */
  get size(): { readonly ids: number; readonly kept: number } {
    let kept = 0
    for (const { evidence, events } of this.#shares.values()) kept += events.length + (evidence?.marks.length ?? 0)
    return { ids: this.#shares.size, kept }
  }

  /** The messages that somebody may mean by an id of the provider's, or by the end of theirs. */
  idsLike(text: string): string[] {
    const isLike = ({ providerMessageId }: DeliveryEvent) => providerMessageId === text
    return this.#groups()
      .filter(([id, group]) => id.endsWith(`:${text}`) || group.some(isLike))
      .map(([id]) => id)
  }

  /** Each message, sorted by id (code units). */
  *[Symbol.iterator](): Generator<Message> {
    for (const [id, group] of this.#groups()) {
      if (this.#only !== undefined && id !== this.#only) continue
      const shares = group.map((label) => this.#shares.get(keyOf(label))!)
      yield { id, evidence: joined(shares.flatMap(evidencesOf)), events: shares.flatMap(({ events }) => events) }
    }
  }

  /** Which ids are whose. */
  #groups(): [string, DeliveryEvent[]][] {
    const labels = [...this.#shares.values()].map(({ label }) => label)
    return eventsByMessage(labels, '')
  }
}

const keyOf = ({ messageId, provider, providerMessageId }: DeliveryEvent): string =>
  JSON.stringify([messageId, provider, providerMessageId])

function condense(share: Share): void {
  share.evidence = merge(...evidencesOf(share))
  share.events.length = 0
}

/** Events with one set of ids have one key, whatever else there is: so that is one evidence or none. `collect` would want them to name their message. */
const evidencesOf = ({ evidence, events }: Share): Evidence[] => [
  ...(evidence === undefined ? [] : [evidence]),
  ...collectByMessage(events).values(),
]

/** As many arguments as a call takes, and no more: one message id may stand for a whole campaign. */
function joined(evidences: readonly Evidence[]): Evidence {
  if (evidences.length <= 1000) return merge(...evidences)
  const parts = Array.from({ length: Math.ceil(evidences.length / 1000) }, (_, i) => evidences.slice(i * 1000, (i + 1) * 1000))
  return joined(parts.map((part) => merge(...part)))
}
