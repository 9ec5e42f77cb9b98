import { groupByMessage } from '../message/group-by-message.ts'
import { omitUndefined } from '../event/omit-undefined.ts'
import { checkEvents } from '../event/checked-event.ts'
import { evidenceOf } from '../evidence/evidence.ts'
import type { DeliveryEvent } from '../index.ts'

/** What is known of one message. */
export interface Message {
  /** As `collectByMessage` names it. */
  readonly id: string
  /** All that decide, and all of them where they are kept. */
  readonly events: readonly DeliveryEvent[]
}

/** Events under one set of ids: where they belong is settled when all events are known, and they belong there together. */
interface Share {
  /** In texts of their own, which all events of the share have: so none of them holds the line that it was read from. */
  readonly ids: Pick<DeliveryEvent, 'messageId' | 'provider' | 'providerMessageId'>
  events: DeliveryEvent[]
  /** How many there may be before they are condensed. */
  most: number
}

/** An event takes about as much room as a mark of an evidence, of which a message has half a dozen. */
const WAITING = 16

/**
 * Sorts events into messages as they come, by the rules of `collectByMessage`. A tie may stand anywhere in the input, so it keeps
 * what is known under each set of ids, and joins these at the end. What it holds grows with the messages and their ids, not with the events.
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
    let share = this.#shares.get(key)
    if (share === undefined) {
      const [messageId, provider, providerMessageId] = JSON.parse(key) as (string | null)[]
      share = {
        ids: omitUndefined({
          messageId: messageId ?? undefined,
          provider: provider ?? undefined,
          providerMessageId: providerMessageId ?? undefined,
        }),
        events: [],
        most: WAITING,
      }
      this.#shares.set(key, share)
    }
    const { ids, events } = share
    if (this.#only !== undefined && ids.messageId !== undefined && ids.messageId !== this.#only) return
    events.push(Object.assign({}, event, ids))
    if (events.length < share.most || this.#keepsEvents) return
    // Each time twice as much, as condensing looks at all that is known.
    share.events = [...evidenceOf(checkEvents(events, '')).events]
    share.most = Math.max(WAITING, 2 * share.events.length)
  }

  /** How much is held: sets of ids, and what is known under them, in events. */
  get size(): { readonly ids: number; readonly kept: number } {
    let kept = 0
    for (const { events } of this.#shares.values()) kept += events.length
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
      yield { id, events: shares.flatMap(({ events }) => events) }
    }
  }

  /** Which ids are whose. */
  #groups(): [string, DeliveryEvent[]][] {
    const labels = [...this.#shares.values()].map(({ ids }): DeliveryEvent => Object.assign({ status: 'pending' } as const, ids))
    return groupByMessage(checkEvents(labels, ''), '').map(([key, group]) => [key, group.map(({ original }) => original)])
  }
}

const keyOf = ({ messageId, provider, providerMessageId }: DeliveryEvent): string =>
  JSON.stringify([messageId, provider, providerMessageId])
