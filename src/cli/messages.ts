import { checkEvents } from '../event/checked-event.ts'
import type { Draft } from '../event/omit-undefined.ts'
import { compareText } from '../event/order.ts'
import { evidenceOf } from '../evidence/evidence.ts'
import { groupByMessage } from '../message/group-by-message.ts'
import type { DeliveryEvent } from '../index.ts'

/** What an item of a log may say of its message, beside the receipt. */
export interface Labels {
  /** The name of its policy. */
  readonly flow?: string | undefined
  readonly country?: string | undefined
}

/** What is known of one message. */
export interface Message extends Labels {
  /** As `collectByMessage` names it. */
  readonly id: string
  /** All that decide, and all of them where they are kept. */
  readonly events: readonly DeliveryEvent[]
}

type Ids = Pick<DeliveryEvent, 'messageId' | 'provider' | 'providerMessageId'>
/** An event without its ids, which all events of its share have. */
type Kept = Omit<DeliveryEvent, keyof Ids>

/**
 * Events under one set of ids. Where they belong is settled when all events are known, and they
 * belong there together.
 */
interface Share extends Ids {
  labels: Labels | undefined
  events: Kept[]
  /** How many there may be before they are condensed. */
  most: number
}

/** An event takes as much room as one of an evidence, of which a message has half a dozen. */
const WAITING = 16

/**
 * Sorts events into messages as they come, by the rules of `collectByMessage`. A tie may stand
 * anywhere in the input, so it keeps what is known under each set of ids, and joins these at the
 * end. What it holds grows with the messages and their ids, not with the events.
 */
export class Messages {
  readonly #shares = new Map<string, Share>()
  readonly #only: string | undefined
  readonly #keepsEvents: boolean

  /**
   * `only`: of other messages no more than their ids is kept. `keepsEvents`: all of them are, for
   * an explanation.
   */
  constructor({
    only,
    keepsEvents = false,
  }: { only?: string | undefined; keepsEvents?: boolean | undefined } = {}) {
    this.#only = only
    this.#keepsEvents = keepsEvents
  }

  /** The event must have a message id or a provider message id. */
  add(event: DeliveryEvent, labels?: Labels): void {
    const share = this.#shareOf(event)
    if (labels !== undefined) share.labels = withLabels(share.labels, labels)
    const { messageId } = share
    if (this.#only !== undefined && messageId !== undefined && messageId !== this.#only) return
    const kept = this.#keepsEvents ? withoutIds(event) : essenceOf(event)
    // An array that grows by itself has room for 16 more, and most messages have a handful.
    if (share.events.length < WAITING) share.events = share.events.concat(kept)
    else share.events.push(kept)
    if (share.events.length < share.most || this.#keepsEvents) return
    // Each time twice as much, as condensing looks at all that is known.
    share.events = evidenceOf(checkEvents(essencesOf(share), '')).events.map(essenceOf)
    share.most = Math.max(WAITING, 2 * share.events.length)
  }

  #shareOf({ messageId = '', provider = '', providerMessageId = '' }: DeliveryEvent): Share {
    // No id is empty, and none holds a NUL.
    const key = `${messageId}\0${provider}\0${providerMessageId}`
    let share = this.#shares.get(key)
    if (share === undefined) {
      // Parts of the key: so no share holds the line that it was read from.
      const ids = key.split('\0').map((id) => (id === '' ? undefined : id))
      share = {
        messageId: ids[0],
        provider: ids[1],
        providerMessageId: ids[2],
        labels: undefined,
        events: [],
        most: WAITING,
      }
      this.#shares.set(key, share)
    }
    return share
  }

  /** How much is held: sets of ids, and what is known under them, in events. */
  get size(): { readonly ids: number; readonly kept: number } {
    let kept = 0
    for (const { events } of this.#shares.values()) kept += events.length
    return { ids: this.#shares.size, kept }
  }

  /** The messages that somebody may mean by an id of the provider's, or by the end of theirs. */
  idsLike(text: string): string[] {
    const isLike = ({ providerMessageId }: Share) => providerMessageId === text
    return this.#groups()
      .filter(([id, shares]) => id.endsWith(`:${text}`) || shares.some(isLike))
      .map(([id]) => id)
  }

  /** Each message, sorted by id (code points). */
  *[Symbol.iterator](): Generator<Message> {
    for (const [id, shares] of this.#groups()) {
      if (this.#only !== undefined && id !== this.#only) continue
      const labels = shares.map((share) => share.labels).reduce(withLabels, undefined)
      const events = shares.flatMap(this.#keepsEvents ? withIds : essencesOf)
      yield { id, events, ...labels }
    }
  }

  /** Which ids are whose. */
  #groups(): (readonly [string, Share[]])[] {
    return groupByMessage([...this.#shares.values()], '')
  }
}

/** Where items disagree about their message, the first label by code points counts. */
function withLabels(one: Labels | undefined, other: Labels | undefined): Labels | undefined {
  if (one === undefined || other === undefined || one === other) return one ?? other
  return { flow: firstOf(one.flow, other.flow), country: firstOf(one.country, other.country) }
}

function firstOf(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return compareText(one, other) <= 0 ? one : other
}

/** All else that an event says, for an explanation. */
function withoutIds({ messageId, provider, providerMessageId, ...others }: DeliveryEvent): Kept {
  return others
}

/**
 * An event without what decides nothing. What most events have stands in the literal, since memory
 * is what a long log runs out of: a field that is added later takes three times the room.
 */
function essenceOf(event: DeliveryEvent): Kept {
  const { status, receivedAt, occurredAt, confirmedBy } = event
  const { attemptId, failure, segment, scheduledFor, receiptsExpected, read } = event
  const essence: Draft<Kept> = { status, receivedAt, occurredAt, confirmedBy }
  if (attemptId !== undefined) essence.attemptId = attemptId
  if (failure !== undefined) essence.failure = failure
  if (segment !== undefined) essence.segment = segment
  if (scheduledFor !== undefined) essence.scheduledFor = scheduledFor
  if (receiptsExpected !== undefined) essence.receiptsExpected = receiptsExpected
  if (read !== undefined) essence.read = read
  return essence
}

/** Events with the ids of their share. */
const withIds = ({ events, messageId, provider, providerMessageId }: Share): DeliveryEvent[] =>
  events.map((event) => ({ ...event, messageId, provider, providerMessageId }))

/**
 * The same of essences, in one layout: a spread gives each event one of its own, and costs three
 * times as much.
 */
function essencesOf({ events, messageId, provider, providerMessageId }: Share): DeliveryEvent[] {
  return events.map((event) => {
    const { status, receivedAt, occurredAt, attemptId, confirmedBy, failure, segment } = event
    const { scheduledFor, receiptsExpected, read } = event
    const whole: Draft<DeliveryEvent> = {
      status,
      receivedAt,
      occurredAt,
      messageId,
      provider,
      providerMessageId,
      attemptId,
      confirmedBy,
      failure,
      segment,
    }
    if (scheduledFor !== undefined) whole.scheduledFor = scheduledFor
    if (receiptsExpected !== undefined) whole.receiptsExpected = receiptsExpected
    if (read !== undefined) whole.read = read
    return whole
  })
}
