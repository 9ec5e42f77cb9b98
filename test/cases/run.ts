import type {
  DeliveryEvent,
  DeliveryState,
  Policy,
  TimelineEntry,
  Verdict,
} from 'sms-delivery-state'
import { describe, expect, test } from 'vitest'
import type { Case } from './case.ts'
import { CASES } from './cases.ts'

type Field = keyof DeliveryState

/** An implementation of the model, or of a part of it. */
export interface Implementation {
  /** The state, as far as it is told here. */
  state?(events: readonly DeliveryEvent[], policy: Policy, now: number): Partial<DeliveryState>
  timeline?(events: readonly DeliveryEvent[], policy: Policy, now: number): readonly TimelineEntry[]
  /** The verdict on the last event, where the others are known. */
  verdict?(
    known: readonly DeliveryEvent[],
    last: DeliveryEvent,
    policy: Policy,
    now: number,
  ): Verdict
}

interface Part {
  /** The fields that its states have; all by default. */
  readonly fields?: readonly Field[]
  /** The cases that it can take; all by default. */
  readonly takes?: (each: Case) => boolean
}

/** Holds an implementation to every example. */
export function runCases(
  name: string,
  implementation: Implementation,
  { fields, takes = () => true }: Part = {},
): void {
  const { state, timeline, verdict } = implementation
  const cases = CASES.filter(takes)

  if (state)
    describe(`${name}: the state`, () => {
      const told = cases.filter((each) => fieldsOf(each, fields).length > 0)
      test('of some cases at least', () => expect(told.length).toBeGreaterThan(10))
      test.each(told)('$title', (each) => {
        const { events, policy, now } = each
        const expected = Object.fromEntries(
          fieldsOf(each, fields).map((field) => [field, each.state?.[field]]),
        )
        // In any order.
        for (const arrived of [events, [...events].reverse()]) {
          const actual = state(arrived, policy, now)
          for (const [field, value] of Object.entries(expected))
            expectField(actual[field as Field], value, field)
        }
      })
    })

  if (timeline)
    describe(`${name}: the timeline`, () => {
      test.each(cases.filter((each) => each.timeline))(
        '$title',
        ({ events, policy, now, timeline: expected }) => {
          for (const arrived of [events, [...events].reverse()])
            expect(timeline(arrived, policy, now).map(line)).toEqual(expected)
        },
      )
    })

  if (verdict)
    describe(`${name}: the verdict on the last`, () => {
      test.each(cases.filter((each) => each.verdict))(
        '$title',
        ({ events, policy, now, verdict: expected }) => {
          const last = events.at(-1)
          expect(last && verdict(events.slice(0, -1), last, policy, now)).toBe(expected)
        },
      )
    })
}

function fieldsOf({ state = {} }: Case, fields: readonly Field[] | undefined): Field[] {
  const named = Object.keys(state) as Field[]
  return fields ? named.filter((field) => fields.includes(field)) : named
}

/** Of the advice and of attempts, what is named; all of everything else. */
function expectField(actual: unknown, expected: unknown, field: string): void {
  if (
    field === 'advice' ||
    (field === 'attempts' && Array.isArray(expected) && expected.length > 0)
  )
    expect(actual, field).toMatchObject(expected as object)
  else expect(actual, field).toStrictEqual(expected)
}

function line(entry: TimelineEntry): string {
  const what = entry.clock === undefined ? entry.event.status : `clock:${entry.clock}`
  return `${what} ${entry.verdict} ${entry.status}`
}
