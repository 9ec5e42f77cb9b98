import * as z from 'zod'
import { VERDICTS } from '../delivery/verdict.ts'
import type { ClockEntry, EventEntry, TimelineEntry } from '../timeline/timeline-entry.ts'
import { deliveryEvent, status } from './event.ts'
import { id, instant, type Fields } from './fields.ts'
import { silence } from './policy.ts'

/** An entry of a timeline: what an event did, or the clock. */
export const timelineEntry: z.ZodType<TimelineEntry, TimelineEntry> = /* @__PURE__ */ entrySchema()

function entrySchema() {
  const event = z.object({
    at: instant.optional(),
    status,
    attemptId: id.optional(),
    segment: z.int().min(1).max(255).optional(),
    verdict: z.enum(VERDICTS),
    outOfOrder: z.boolean(),
    conflict: z.boolean(),
    clockSkew: z.boolean(),
    event: deliveryEvent,
  } satisfies Fields<Omit<EventEntry, 'clock'>>)
  const clock = z.object({
    at: instant,
    status,
    attemptId: id.optional(),
    verdict: z.literal('advanced'),
    clock: silence,
  } satisfies Fields<
    Omit<ClockEntry, 'segment' | 'outOfOrder' | 'conflict' | 'clockSkew' | 'event'>
  >)
  return z.union([event, clock])
}
