import {
  apply,
  collect,
  collectByMessage,
  merge,
  otp,
  reduce,
  reduceByMessage,
  stateOf,
  type Action,
  type Applied,
  type AttemptState,
  type DeliveryState,
  type Evidence,
  type Outcome,
  type Status,
  type Verdict,
} from 'sms-delivery-state'
import { expectTypeOf } from 'vitest'

expectTypeOf(collect).returns.toEqualTypeOf<Evidence>()
expectTypeOf(merge).returns.toEqualTypeOf<Evidence>()
expectTypeOf(collectByMessage).returns.toEqualTypeOf<Map<string, Evidence>>()
expectTypeOf(stateOf).returns.toEqualTypeOf<DeliveryState>()
expectTypeOf(reduce).returns.toEqualTypeOf<DeliveryState>()
expectTypeOf(reduceByMessage).returns.toEqualTypeOf<Map<string, DeliveryState>>()
expectTypeOf(apply).returns.toEqualTypeOf<Applied>()

expectTypeOf<DeliveryState>().toExtend<AttemptState>()
expectTypeOf<DeliveryState['status']>().toEqualTypeOf<Status>()
expectTypeOf<DeliveryState['outcome']>().toEqualTypeOf<Outcome>()
expectTypeOf<DeliveryState['advice']['action']>().toEqualTypeOf<Action>()
expectTypeOf<AttemptState['by']>().toEqualTypeOf<'receipt' | 'clock' | undefined>()
expectTypeOf<Applied['verdict']>().toEqualTypeOf<Verdict>()
expectTypeOf<Verdict>().toEqualTypeOf<'duplicate' | 'partial' | 'late' | 'advanced' | 'stale'>()

const state = reduce([], otp, 0)
// @ts-expect-error a state is read, not changed
state.status = 'delivered'
// @ts-expect-error all through
state.advice.action = 'done'
// @ts-expect-error its attempts too
state.attempts.length = 0
// @ts-expect-error and their ids
state.providerMessageIds.length = 0

// @ts-expect-error the library reads no clock
reduce([], otp)
// @ts-expect-error what is absent may not be read as there
export const since: number = state.since
// @ts-expect-error any iterable, but of events
reduce(['sent'], otp, 0)

reduce(new Set([{ status: 'sent' as const }]), otp, 0)
