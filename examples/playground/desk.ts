import { STATUSES, type Policy, type Status } from 'sms-delivery-state'
import { explanation, phrases, toHtml } from 'sms-delivery-state/explain'
import { FLOWS } from './flows.ts'
import { memo } from './memo.ts'
import { knownBy, messagesOf, rowsOf, type Messages, type Row } from './messages.ts'
import { ordersOf, shuffled } from './orders.ts'
import { policyOf } from './policy.ts'
import {
  PAGE,
  type Answer,
  type ListAnswer,
  type Question,
  type RowAnswer,
  type StoryAnswer,
} from './protocol.ts'
import { read, type Reading } from './reading.ts'
import { readingAnswer } from './reading-answer.ts'
import { scaleOf } from './scale.ts'
import { snippetOf } from './snippet.ts'

/** A snippet of more receipts is of no use. */
const MOST_IN_SNIPPET = 200

/** Answers the page's questions: all that takes time is done here, in a worker. */
export class Desk {
  #text = ''
  /** The last one that was right. */
  #policy: { text: string; policy: Policy } = { text: 'otp', policy: FLOWS.otp }
  readonly #choice = memo(policyOf)
  readonly #read = memo(read)
  readonly #messages = memo(readMessages)
  readonly #rows = memo(rowsOf)
  readonly #same = memo(sameInOrder)

  answer(question: Question): Answer {
    const isNew = question.text !== undefined
    this.#text = question.text ?? this.#text
    const choice = this.#choice(question.policy)
    if (choice.policy !== undefined) this.#policy = { text: question.policy, policy: choice.policy }
    const { policy } = this.#policy

    const reading = this.#read(this.#text)
    const { messages, problem } = this.#messages(reading)
    const now = nowOf(question.now, reading)
    const listNow = nowOf(question.listNow ?? question.now, reading)
    const rows = this.#rows(messages, policy, listNow)
    const id =
      question.message !== undefined && messages.has(question.message)
        ? question.message
        : mostTelling(rows)
    return {
      reading: isNew ? readingAnswer(reading) : undefined,
      policyProblems: choice.problems ?? [],
      problem,
      policyName: policy.name,
      list: listOf(rows, question),
      story:
        id === undefined
          ? undefined
          : this.#storyOf(id, { reading, messages, now, listNow, orders: question.orders }),
    }
  }

  #storyOf(id: string, { reading, messages, now, listNow, orders }: StoryInput): StoryAnswer {
    const { policy, text } = this.#policy
    const all = messages.get(id) ?? []
    const events = knownBy(all, now)
    const whole = explanation(all, policy, Math.max(now, reading.end), { messageId: id })
    const isShort = events.length <= MOST_IN_SNIPPET
    return {
      id,
      now,
      scale: scaleOf(whole, policy.slowAfter),
      shown: events.length === 0 ? undefined : shownOf(id, events, policy, now),
      orders: events.length === 0 ? [] : ordersOf(events, policy, now, orders),
      same: orders === 0 ? undefined : this.#same(reading, policy, listNow, orders),
      snippet:
        events.length > 0 && isShort
          ? snippetOf({ messageId: id, events, reading, policy: text, now })
          : '',
    }
  }
}

interface StoryInput {
  readonly reading: Reading
  readonly messages: Messages
  readonly now: number
  readonly listNow: number
  readonly orders: number
}

/** A link may hold any number: one far beyond the receipts is of another unit, and means nothing. */
const nowOf = (now: number | undefined, { end }: Reading): number =>
  Math.min(now ?? end, end + 1e11)

/** Times of two units are one problem of the whole text. */
function readMessages({ events }: Reading): { messages: Messages; problem?: string } {
  try {
    return { messages: messagesOf(events) }
  } catch (error) {
    return { messages: new Map(), problem: error instanceof Error ? error.message : String(error) }
  }
}

function shownOf(
  messageId: string,
  events: Parameters<typeof explanation>[0],
  policy: Policy,
  now: number,
): StoryAnswer['shown'] {
  const told = explanation(events, policy, now, { messageId })
  const { status, outcome, settled, meaning } = told.shown
  return {
    status,
    outcome,
    isSettled: settled,
    meaning: phrases.sentence(phrases.meanings[meaning]),
    action: phrases.actions[told.next.action],
    advice: phrases.advice[told.next.action],
    html: toHtml(told),
  }
}

/** Receipts that contradict each other tell most, and then many of them. */
function mostTelling(rows: readonly Row[]): string | undefined {
  const weight = ({ state, receipts }: Row) =>
    receipts + (state?.conflict || state?.status !== state?.strongest ? 1_000 : 0)
  let best = rows[0]
  for (const row of rows) if (best !== undefined && weight(row) > weight(best)) best = row
  return best?.id
}

function listOf(rows: readonly Row[], { find, page }: Question): ListAnswer {
  const wanted = find.trim().toLowerCase()
  const found = wanted === '' ? rows : rows.filter((row) => textOf(row).includes(wanted))
  const last = Math.max(0, Math.ceil(found.length / PAGE) - 1)
  const shown = Math.min(page, last)
  const counts = new Map<Status, number>()
  for (const { state } of rows)
    if (state) counts.set(state.status, (counts.get(state.status) ?? 0) + 1)
  return {
    messages: rows.length,
    found: found.length,
    page: shown,
    rows: found.slice(shown * PAGE, (shown + 1) * PAGE).map(answerOf),
    statuses: [...STATUSES].reverse().flatMap((status) => {
      const count = counts.get(status)
      return count === undefined ? [] : [[status, count] as const]
    }),
  }
}

const textOf = ({ id, state }: Row): string =>
  `${id} ${state?.status} ${state?.provider} ${state?.failure?.reason} ${state?.failure?.code}`.toLowerCase()

function answerOf({ id, state, receipts }: Row): RowAnswer {
  if (state === undefined) return { id, action: '', notes: 'nothing is known yet' }
  const { status, advice, failure, conflict, attempts, strongest } = state
  const notes = [
    `${receipts} ${receipts === 1 ? 'receipt' : 'receipts'}`,
    attempts.length > 1 && `${attempts.length} attempts`,
    failure && failure.reason !== 'unknown' && failure.reason,
    conflict && 'conflict',
    STATUSES.indexOf(strongest) > STATUSES.indexOf(status) && `${strongest} too late`,
  ]
  return { id, status, action: advice.action, notes: notes.filter(Boolean).join(', ') }
}

/** How many messages come to the very same state where all receipts come in another order. */
function sameInOrder(reading: Reading, policy: Policy, now: number, seed: number) {
  const texts = (events: Reading['events']) =>
    new Map(
      rowsOf(messagesOf(events), policy, now).map(({ id, state }) => [id, JSON.stringify(state)]),
    )
  const before = texts(reading.events)
  const after = texts(shuffled(reading.events, seed))
  const equal = [...before].filter(([id, text]) => after.get(id) === text)
  return { messages: before.size, equal: equal.length }
}
