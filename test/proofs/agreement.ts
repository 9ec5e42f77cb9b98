import {
  collect,
  reduce,
  STATUSES,
  timeline,
  type AttemptState,
  type DeliveryEvent,
} from 'sms-delivery-state'
import { keep } from './evidence.ts'
import { anyEvent, type Event, type Shape } from './event.ts'
import { anyPolicy } from './policy.ts'
import { idOf, numberOf, randomOf, sample, textOf, type Sample } from './random-worlds.ts'
import { RULES, upTo } from './rules.ts'
import { bool, eq, number, Problem, segmentNumber, small, type Term } from './smt.ts'
import type { Time } from './time.ts'
import { rank } from './tables.ts'
import { world } from './world.ts'
import { askZ3 } from './z3.ts'

/** A world of which the model and the package say different things. */
export interface Disagreement {
  readonly sample: Sample
  readonly model: unknown
  readonly package: unknown
}

/**
 * Does the text that the laws are proved of say what the package says? Random worlds are handed to
 * z3 one after the other, each as values for the constants of the very same definitions.
 */
export async function disagreements(
  shape: Shape,
  count: number,
  seed: number,
): Promise<Disagreement[]> {
  const problem = new Problem()
  const events = upTo(shape.events).map((i) => anyEvent(problem, `event-${i}`, shape, i - 1))
  const policy = anyPolicy(problem, 'policy')
  const now = problem.declare('now', 'Real')
  const model = world(problem, 'w', events, policy, now, RULES)
  const kept = keep(
    problem,
    'evidence',
    events.map((event) => ({ event, keys: [] })),
    events.map(({ present }) => present),
    RULES,
  )
  const { shown, message, attempts } = model
  const asked: readonly Term[] = [
    message.closed,
    ...parts(message.deadline),
    ...[shown.id, shown.status, shown.settled, shown.strongest, shown.byClock],
    ...parts(shown.since),
    ...attempts.flatMap(({ id, status, settled, strongest, byClock, since, start }) => [
      ...[id, status, settled, strongest, byClock],
      ...parts(since),
      ...parts(start),
    ]),
    ...kept,
  ]

  const random = randomOf(seed)
  const samples = Array.from({ length: count }, () => sample(shape, random))
  const questions = samples.map((each) => [
    '(push)',
    ...valuesOf(each, events, policy.terminal).map((term) => `(assert ${term})`),
    `(assert ${eq(policy.window, number(each.policy.window))})`,
    `(assert ${eq(policy.silence, rank(each.policy.silence))})`,
    `(assert ${eq(now, number(each.now))})`,
    '(check-sat)',
    ...asked.map((term) => `(eval ${term})`),
    '(pop)',
  ])
  const answer = await askZ3([problem.text, ...questions.flat()].join('\n'), 600)
  const answers = answer.trim().split(/^sat$/m).slice(1)
  if (answers.length !== count) throw new Error(`z3 answered ${answer.slice(0, 300)}`)
  return samples.flatMap((each, i) => {
    const said = readAnswer(answers[i]!.trim().split('\n').map(valueOf), each, shape)
    const expected = expectedOf(each)
    const isSame = JSON.stringify(said) === JSON.stringify(expected)
    return isSame ? [] : [{ sample: each, model: said, package: expected }]
  })
}

const parts = ({ known, at }: Time): Term[] => [known, at]

/** The values of a sample, for the constants of the model. */
function valuesOf(
  { events, policy }: Sample,
  constants: readonly Event[],
  terminal: ReadonlyMap<Term, Term>,
): Term[] {
  return [
    ...constants.flatMap((constant, i) => eventValues(constant, events[i])),
    ...STATUSES.flatMap((status) => {
      const isTerminal = terminal.get(rank(status))
      return isTerminal ? [eq(isTerminal, bool(policy.terminal.includes(status)))] : []
    }),
  ]
}

function eventValues(constant: Event, event: DeliveryEvent | undefined): Term[] {
  const time = ({ known, at }: Time, value: number | undefined) => [
    eq(known, bool(value !== undefined)),
    eq(at, number(value ?? 0)),
  ]
  return [
    eq(constant.present, bool(event !== undefined)),
    eq(constant.status, rank(event?.status ?? 'pending')),
    ...time(constant.receivedAt, event?.receivedAt),
    ...time(constant.occurredAt, event?.occurredAt),
    ...time(constant.scheduledFor, event?.scheduledFor),
    eq(constant.attemptId, small(numberOf(event?.attemptId))),
    eq(constant.providerMessageId, small(numberOf(event?.providerMessageId))),
    eq(constant.segment, segmentNumber(event?.segment?.index ?? 0)),
    eq(constant.count, segmentNumber(event?.segment?.count ?? 0)),
    eq(constant.noReceipts, bool(event?.receiptsExpected === false)),
  ]
}

type Value = boolean | number

/** `true`, `#x5`, `2.0`, `(- 2.0)`. */
function valueOf(text: string): Value {
  if (text === 'true' || text === 'false') return text === 'true'
  return Number(text.replace('#', '0').replace(/^\(- (.*)\)$/, '-$1'))
}

interface Conclusion {
  readonly id: string | undefined
  readonly status: string
  readonly settled: boolean
  readonly strongest: string
  readonly byClock: boolean
  readonly since: number | null
}

/** What z3 says, in the words of the package. */
function readAnswer(values: readonly Value[], { events }: Sample, shape: Shape) {
  let next = 0
  const value = () => values[next++]!
  const time = () => {
    const known = value()
    const at = value()
    return known === true ? Number(at) : null
  }
  const conclusion = (): Conclusion => ({
    id: idOf(Number(value())),
    status: String(STATUSES[Number(value())]),
    settled: value() === true,
    strongest: String(STATUSES[Number(value())]),
    byClock: value() === true,
    since: time(),
  })
  const closed = value()
  const deadline = time()
  const shown = conclusion()
  const attempts = upTo(shape.events).map(() => ({ ...conclusion(), startedAt: time() }))
  // Events that are not there come last.
  const kept = new Set(events.filter(() => value() === true).map(textOf))
  return { closed, deadline, shown, attempts: attempts.slice(0, events.length), kept: [...kept] }
}

/** What the package says. */
function expectedOf({ events, policy, now }: Sample) {
  const state = reduce(events, policy, now)
  const entries = timeline(events, policy, now)
  return {
    closed: state.closed,
    deadline: state.deadline ?? null,
    shown: conclusionOf(state),
    attempts: events.map((event) => {
      const id = entries.find((entry) => entry.event === event)?.attemptId
      const attempt = state.attempts.find(({ attemptId }) => attemptId === id)!
      return { ...conclusionOf(attempt), startedAt: attempt.startedAt ?? null }
    }),
    kept: [...new Set(collect(events).events.map((event) => textOf(event)))].sort(),
  }
}

const conclusionOf = (state: AttemptState): Conclusion => ({
  id: state.attemptId,
  status: state.status,
  settled: state.settled,
  strongest: state.strongest,
  byClock: state.by === 'clock',
  since: state.since ?? null,
})
