import {
  alert,
  collect,
  definePolicy,
  notification,
  otp,
  STATUSES,
  type DeliveryEvent,
  type Policy,
} from 'sms-delivery-state'
import type { Shape } from './event.ts'
import { MAY_BE_TERMINAL, SILENCES } from './tables.ts'

/** Some events, a policy and an instant, as the package takes them. */
export interface Sample {
  /** In the order of their texts, by which evidence chooses between equals. */
  readonly events: readonly DeliveryEvent[]
  readonly policy: Policy
  readonly now: number
}

/** Whole numbers from 0 to below `n`, the same for the same seed. */
export function randomOf(seed: number): (n: number) => number {
  let state = seed
  return (n) => {
    // The generator of ANSI C; its low bits are poor.
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >>> 8) % n
  }
}

/** Few instants, around the deadline, and few ids: so they meet each other all the time. */
export function sample(shape: Shape, random: (n: number) => number): Sample {
  const pick = <Item>(items: readonly Item[]) => items[random(items.length)]!
  const policy = random(4) === 0 ? pick([otp, alert, notification]) : anyPolicy(random)
  const instant = () =>
    policy.window > 100
      ? pick([0, 1, policy.window / 2]) + pick([-1, 0, 1, policy.window])
      : random(14) - 2
  const isTimed = random(6) > 0
  const some = <Item>(outOf: number, item: () => Item) => (random(outOf) === 0 ? item() : undefined)
  const event = (): DeliveryEvent => {
    const segment = some(2, () => pick([1, 1, 2, 3]))
    const count = some(2, () => Math.max(segment ?? 1, pick([1, 2, 2])))
    return {
      messageId: 'm',
      status: random(3) > 0 ? pick(STATUSES) : 'delivered',
      receivedAt: isTimed && random(5) > 0 ? instant() : undefined,
      occurredAt: some(3, instant),
      scheduledFor: some(8, instant),
      attemptId: shape.names === 'any' ? some(2, () => idOf(1 + random(3))) : undefined,
      providerMessageId: shape.names === 'any' ? some(2, () => idOf(2 + random(3))) : undefined,
      segment: segment === undefined ? undefined : { index: segment, count },
      receiptsExpected: some(6, () => false),
    }
  }
  const events = Array.from({ length: random(shape.events + 1) }, event)
  return {
    events: events.sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1)),
    policy,
    now: instant() + random(10),
  }
}

/** Texts whose order is that of the numbers; 0 is none. */
export const idOf = (id: number): string | undefined => (id === 0 ? undefined : `id-${id}`)
export const numberOf = (id: string | undefined): number => Number(id?.slice(3) ?? 0)

/** What evidence keeps of an event, as text. */
export const textOf = (event: DeliveryEvent): string => JSON.stringify(collect([event]).events[0])

function anyPolicy(random: (n: number) => number): Policy {
  return definePolicy('any', otp, {
    window: 1 + random(9),
    silence: SILENCES[random(SILENCES.length)],
    terminal: MAY_BE_TERMINAL.filter((status) => status === 'delivered' || random(2) === 0),
  })
}
