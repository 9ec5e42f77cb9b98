import * as z from 'zod'
import type { Advice } from '../delivery/delivery-state.ts'
import { OUTCOMES, STATUSES } from '../event/status.ts'
import type { ExplainedEntry } from '../explain/explained-entry.ts'
import type {
  ExplainedAttempt,
  ExplainedStatus,
  Explanation,
  NextStep,
} from '../explain/explanation.ts'
import type {
  Claim,
  Note,
  NoteCode,
  NoteValues,
  ReceiptName,
  ToldFailure,
} from '../explain/notes.ts'
import { confirmation, reason, status } from './event.ts'
import { id, instant, text, type Fields } from './fields.ts'
import { action } from './policy.ts'
import { timelineEntry } from './timeline.ts'

/**
 * What `explanation` gives, as it comes to a support page over HTTP. What it says is not judged
 * again.
 */
export const explanation: z.ZodType<Explanation, Explanation> = /* @__PURE__ */ explanationSchema()

function explanationSchema() {
  const notes = z.array(noteSchema())
  const by = z.enum(['receipt', 'clock'])
  const meaning = z.enum([...STATUSES, 'late-failure', 'proved', 'read'])
  const entry: z.ZodType<ExplainedEntry, ExplainedEntry> = z.intersection(
    timelineEntry,
    z.object({ notes }),
  )
  const shown = {
    attemptId: id.optional(),
    status,
    outcome: z.enum(Object.values(OUTCOMES)),
    since: instant.optional(),
    by: by.optional(),
    settled: z.boolean(),
    meaning,
  } satisfies Fields<ExplainedStatus>
  const attempt = {
    attemptId: id.optional(),
    provider: id.optional(),
    status,
    since: instant.optional(),
    settled: z.boolean(),
    segments: z.int().min(1).max(255).optional(),
    failure: z.object(failureFields()).optional(),
  } satisfies Fields<ExplainedAttempt>
  const advice = { action, key: z.string(), duplicateRisk: z.boolean() } satisfies Fields<Advice>
  return z.object({
    messageId: id.optional(),
    policy: id,
    now: instant,
    windowStart: instant.optional(),
    deadline: instant.optional(),
    entries: z.array(entry),
    shown: z.object(shown),
    reasons: notes,
    attempts: z.array(z.object(attempt)),
    next: z.object({ ...advice, notes } satisfies Fields<NextStep>),
  } satisfies Fields<Explanation>)
}

/** A note, by its code. */
function noteSchema(): z.ZodType<Note, Note> {
  const duration = z.number().describe('ms')
  const segment = z.int().min(1).max(255)
  const told = z.object(failureFields())
  const claim = {
    status,
    confirmedBy: confirmation.optional(),
    failure: told.optional(),
  } satisfies Fields<Claim>
  const receipt = {
    status,
    attemptId: id.optional(),
    segment: segment.optional(),
  } satisfies Fields<ReceiptName>
  const values = {
    claim: {
      ...claim,
      delivered: z.int().min(0).max(255).optional(),
      segments: z.int().min(0).max(255).optional(),
    },
    repeat: { ago: duration.optional(), claim: z.object(claim).optional() },
    stale: { status, failure: told.optional() },
    kept: { failure: told.optional() },
    'after-deadline': { duration },
    'whole-unchanged': {},
    shows: { status },
    'clock-ahead': { duration },
    'out-of-order': { occurredAt: instant.optional() },
    'happened-at': { occurredAt: instant },
    contradicts: { statuses: z.array(status) },
    scheduled: { scheduledFor: instant },
    'no-receipts-expected': {},
    read: {},
    silence: {},
    'nothing-known': {},
    reported: {
      attemptId: id.optional(),
      sinceStart: duration.optional(),
      failure: told.optional(),
    },
    silent: { attemptId: id.optional(), sinceStart: duration },
    'reason-from': { ...receipt, at: instant.optional(), failure: told },
    permanent: {},
    slow: { duration },
    'shown-at-deadline': { deadline: instant, status },
    'still-counts': { attemptIds: z.array(id).optional() },
    'too-late': { ...receipt, duration },
    'partly-delivered': {},
    'conflicting-receipts': {},
    'second-copy': {},
    'no-copy': {},
    'attempts-used': { action },
    held: {},
    'look-again': { reviewAt: instant },
  } satisfies { readonly [Code in NoteCode]: Fields<NoteValues[Code]> }
  const schemas = Object.entries(values).map(([code, fields]) =>
    z.object({ code: z.literal(code), ...fields }),
  )
  // The compiler checks each row of the table, but cannot see that a list of them is their union.
  return z.union(schemas) as unknown as z.ZodType<Note, Note>
}

function failureFields() {
  return { reason, code: text.optional() } satisfies Fields<ToldFailure>
}
