import {
  apply,
  stateOf,
  type DeliveryEvent,
  type DeliveryState,
  type Evidence,
  type Policy,
} from 'sms-delivery-state'
import { describe, expect, test } from 'vitest'
import { setsOf } from './alphabet.ts'

/** `npm run prove` walks wider worlds than CI has time for. */
const PROVE = process.env['PROVE'] !== undefined

/**
 * Events of two attempts that all name their attempt: around the deadline, with reasons that lead
 * to different actions.
 */
function eventsAround({ window }: Policy): DeliveryEvent[] {
  const claims: Partial<DeliveryEvent>[] = [
    { status: 'pending' },
    { status: 'sent' },
    { status: 'unknown' },
    { status: 'failed', failure: { reason: 'network' } },
    { status: 'undelivered', failure: { reason: 'network' } },
    { status: 'undelivered', failure: { reason: 'opted-out', permanent: true } },
    { status: 'delivered' },
  ]
  return ['1', '2'].flatMap((attemptId) =>
    [0, window, window + 1].flatMap((receivedAt) =>
      claims.map((claim): DeliveryEvent => ({
        status: 'sent',
        ...claim,
        messageId: 'm',
        attemptId,
        receivedAt,
      })),
    ),
  )
}

/** What a service does that writes a row per key, and acts on each row once. */
class Outbox {
  readonly rows = new Map<string, string>()

  write(key: string, { advice, attemptId }: DeliveryState): void {
    if (!this.rows.has(key)) this.rows.set(key, `${advice.action} for ${attemptId}`)
  }

  get actions(): string[] {
    return [...this.rows.values()]
  }
}

/**
 * Every set of up to 3 events (in `prove` 4), in every order of arrival, one by one; and the timers
 * at the end.
 */
export function walkActions(policy: Policy): void {
  const most = PROVE ? 4 : 3
  const worlds = PROVE ? 124_314 : 12_384

  describe(`${policy.name}: an outbox that is unique by advice.key`, () => {
    test(
      'holds each due action of an attempt once, and the last that is due',
      { timeout: 1_800_000 },
      () => {
        let seen = 0
        let wouldDouble = 0
        for (const events of setsOf(eventsAround(policy), most)) {
          seen++
          for (const arrived of ordersOf([...events])) wouldDouble += act(arrived, policy)
        }
        expect(seen).toBe(worlds)
        // Whoever acts by `key` acts twice: that is what the other key is for.
        expect(wouldDouble).toBeGreaterThan(1_000)
      },
    )
  })
}

/** Whether acting by `key` would do something twice. */
function act(arrived: readonly DeliveryEvent[], policy: Policy): 0 | 1 {
  const [byAdvice, byKey, due] = [new Outbox(), new Outbox(), new Set<string>()]
  let evidence: Evidence | undefined
  const look = (state: DeliveryState) => {
    byAdvice.write(state.advice.key, state)
    byKey.write(state.key, state)
    due.add(`${state.advice.action} for ${state.attemptId}`)
    return `${state.advice.action} for ${state.attemptId}`
  }

  let last = ''
  for (const event of arrived) {
    const applied = apply(evidence, event, policy, 0)
    evidence = applied.evidence
    last = look(applied.state)
  }
  for (
    let at = evidence && reviewAt(evidence, policy, 0);
    evidence && at !== undefined;
    at = reviewAt(evidence, policy, at)
  )
    last = look(stateOf(evidence, policy, at))

  const { actions } = byAdvice
  const isRight =
    actions.length === due.size &&
    actions.every((action) => due.has(action)) &&
    (last === '' || due.has(last))
  if (!isRight) expect(actions, JSON.stringify(arrived)).toEqual([...due])
  if (new Set(actions).size !== actions.length)
    expect(actions, JSON.stringify(arrived)).toEqual([...new Set(actions)])
  return byKey.actions.length > new Set(byKey.actions).size ? 1 : 0
}

const reviewAt = (evidence: Evidence, policy: Policy, now: number) =>
  stateOf(evidence, policy, now).reviewAt

/** Every order of some events. */
function* ordersOf(events: readonly DeliveryEvent[]): Iterable<DeliveryEvent[]> {
  if (events.length < 2) yield [...events]
  else
    for (const [i, first] of events.entries())
      for (const rest of ordersOf(events.filter((_, j) => j !== i))) yield [first, ...rest]
}
