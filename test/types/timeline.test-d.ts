import {
  otp,
  timeline,
  type ClockEntry,
  type DeliveryEvent,
  type EventEntry,
  type TimelineEntry,
} from 'sms-delivery-state'
import { expectTypeOf } from 'vitest'

expectTypeOf(timeline).returns.toEqualTypeOf<TimelineEntry[]>()

/** `clock` tells which of the two an entry is, and so does `event`. */
export function source(entry: TimelineEntry): string {
  if (entry.clock !== undefined) {
    expectTypeOf(entry).toEqualTypeOf<ClockEntry>()
    expectTypeOf(entry.at).toEqualTypeOf<number>()
    expectTypeOf(entry.clock).toEqualTypeOf<'expired' | 'unknown'>()
    expectTypeOf(entry.verdict).toEqualTypeOf<'advanced'>()
    return 'clock'
  }
  expectTypeOf(entry).toEqualTypeOf<EventEntry>()
  expectTypeOf(entry.event).toEqualTypeOf<DeliveryEvent>()
  expectTypeOf(entry.at).toEqualTypeOf<number | undefined>()
  return entry.event.source ?? 'unknown'
}

for (const entry of timeline([], otp, 0)) {
  if (entry.event === undefined) expectTypeOf(entry).toEqualTypeOf<ClockEntry>()
  // @ts-expect-error a clock's entry has no event
  source(entry.event.status)
  // @ts-expect-error an entry is read, not changed
  entry.status = 'sent'
}
