import type {
  AttemptState,
  DeliveryEvent,
  DeliveryState,
  Evidence,
  Failure,
  Issue,
  Policy,
  Segment,
  Status,
  TimelineEntry,
} from 'sms-delivery-state'
import type { Explanation } from 'sms-delivery-state/explain'
import * as schema from 'sms-delivery-state/schema'
import { expectTypeOf } from 'vitest'
import type * as z from 'zod'

expectTypeOf<z.infer<typeof schema.status>>().toEqualTypeOf<Status>()
expectTypeOf<z.infer<typeof schema.failure>>().toEqualTypeOf<Failure>()
expectTypeOf<z.infer<typeof schema.segment>>().toEqualTypeOf<Segment>()
expectTypeOf<z.infer<typeof schema.deliveryEvent>>().toEqualTypeOf<DeliveryEvent>()
expectTypeOf<z.infer<typeof schema.evidence>>().toEqualTypeOf<Evidence>()
expectTypeOf<z.infer<typeof schema.attemptState>>().toEqualTypeOf<AttemptState>()
expectTypeOf<z.infer<typeof schema.deliveryState>>().toEqualTypeOf<DeliveryState>()
expectTypeOf<z.infer<typeof schema.timelineEntry>>().toEqualTypeOf<TimelineEntry>()
expectTypeOf<z.infer<typeof schema.explanation>>().toEqualTypeOf<Explanation>()
expectTypeOf<z.infer<typeof schema.issue>>().toEqualTypeOf<Issue>()
expectTypeOf<z.infer<typeof schema.policy>>().toEqualTypeOf<Policy>()
expectTypeOf<z.infer<typeof schema.policyFile>>().toEqualTypeOf<Policy>()

expectTypeOf<z.input<typeof schema.deliveryEvent>>().toEqualTypeOf<DeliveryEvent>()
expectTypeOf<z.input<typeof schema.evidence>>().toEqualTypeOf<Evidence>()
expectTypeOf<z.input<typeof schema.deliveryState>>().toEqualTypeOf<DeliveryState>()
expectTypeOf<z.input<typeof schema.policy>>().toEqualTypeOf<Policy>()
// A file may say less than a policy has.
expectTypeOf<z.input<typeof schema.policyFile>>().toBeUnknown()

const event = schema.deliveryEvent.parse({})
// @ts-expect-error what was parsed is read, not changed
event.status = 'sent'
// @ts-expect-error all through
schema.policy.parse({}).advice.failed.network = 'stop'
