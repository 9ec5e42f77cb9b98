import {
  apply,
  collect,
  reduce,
  timeline,
  type DeliveryEvent,
  type Policy,
} from 'sms-delivery-state'
import { describe, expect, test } from 'vitest'
import { naiveApplyVerdict, naiveState, naiveTimeline } from '../naive/index.ts'
import { alphabetOf, instantsOf, setsOf } from './alphabet.ts'
import { same } from './same.ts'

/** `npm run prove` walks wider worlds than CI has time for. */
const PROVE = process.env['PROVE'] !== undefined

const START: DeliveryEvent = { status: 'pending', receivedAt: 0 }

/** Every small world of a policy, against the naive reading of the model. */
export function walk(policy: Policy): void {
  const all = alphabetOf(instantsOf(policy))
  // As soon as the last of it is known, and long after.
  const nows = [0, 4 * policy.window]
  const onceStarted = PROVE ? all : alphabetOf([policy.window, policy.window + 1, undefined])

  describe(`${policy.name}: nine statuses, four instants around the deadline and none, the whole or a segment of two`, () => {
    test('make 135 events', () => expect(all).toHaveLength(135))

    test(
      'the whole state of every set of up to 3, as soon as it is known and long after',
      { timeout: 1_800_000 },
      () => {
        expect(count(setsOf(all, 3), (events) => agreeOnState(events, policy, nows))).toBe(
          1 + 135 + 9_045 + 400_995,
        )
      },
    )

    const [what, worlds] = PROVE
      ? ['any instant', 410_176]
      : ['the deadline, after it, or at no instant', 88_642]
    test(
      `the same, started at 0 by a pending, of every set of up to 3 at ${what}`,
      { timeout: 1_800_000 },
      () => {
        expect(
          count(setsOf(onceStarted, 3, [START]), (events) => agreeOnState(events, policy, nows)),
        ).toBe(worlds)
      },
    )

    test(`the timeline of every set of up to ${PROVE ? 3 : 2}`, { timeout: 1_800_000 }, () => {
      expect(
        count(setsOf(all, PROVE ? 3 : 2), (events) => agreeOnTimeline(events, policy, nows)),
      ).toBe(PROVE ? 410_176 : 9_181)
    })

    test(
      `what each event does to every set of up to ${PROVE ? 2 : 1}, one by one`,
      { timeout: 1_800_000 },
      () => {
        let verdicts = 0
        for (const events of setsOf(all, PROVE ? 2 : 1))
          verdicts += agreeOnVerdicts(events, all, policy, nows)
        expect(verdicts).toBe((PROVE ? 9_181 : 136) * 135 * 2)
      },
    )
  })
}

function count(
  worlds: Iterable<DeliveryEvent[]>,
  agree: (events: DeliveryEvent[]) => void,
): number {
  let worldsSeen = 0
  for (const events of worlds) {
    agree(events)
    worldsSeen++
  }
  return worldsSeen
}

function agreeOnState(events: DeliveryEvent[], policy: Policy, nows: readonly number[]): void {
  for (const now of nows)
    agree(reduce(events, policy, now), naiveState(events, policy, now), { events, now })
}

function agreeOnTimeline(events: DeliveryEvent[], policy: Policy, nows: readonly number[]): void {
  for (const now of nows)
    agree(timeline(events, policy, now), naiveTimeline(events, policy, now), { events, now })
}

function agreeOnVerdicts(
  events: DeliveryEvent[],
  more: readonly DeliveryEvent[],
  policy: Policy,
  nows: readonly number[],
): number {
  const evidence = collect(events)
  for (const event of more) {
    for (const now of nows) {
      agree(
        apply(evidence, event, policy, now).verdict,
        naiveApplyVerdict(events, event, policy, now),
        { events, event, now },
      )
    }
  }
  return more.length * nows.length
}

/** Only where they differ is it worth what a good message costs. */
function agree(real: unknown, naive: unknown, world: object): void {
  if (!same(real, naive)) expect(real, JSON.stringify(world)).toStrictEqual(naive)
}
