import { checkWhole } from '../event/check.ts'
import type { DeliveryEvent } from '../event/event.ts'
import type { Status } from '../event/status.ts'
import type { Provider } from '../receipts/provider.ts'
import { encoderOf } from './encoder-of.ts'
import { isPrecise, tieOf } from '../reader/encoder.ts'
import type { Receipt } from './raw-receipt.ts'
import { receiptIn } from './receipt.ts'

/**
 * What else a step tells: any field of an event that the story itself does not set, and the one
 * part that it is about, from 1.
 */
export type StepFields = Omit<
  DeliveryEvent,
  'status' | 'receivedAt' | 'occurredAt' | 'messageId' | 'attemptId' | 'provider' | 'segment'
> & {
  readonly segment?: number | undefined
}

/** One thing that happened, and when the receipts of it arrive. */
export interface Step {
  readonly where: string
  readonly status: Status
  readonly at: number
  readonly arrives: readonly number[]
  /** The service knows it of itself: an event, and no receipt. */
  readonly isOurs: boolean
  readonly provider: Provider
  readonly messageId: string
  readonly segments: number
  /** From 1. */
  readonly attempt: number
  readonly fields: StepFields
}

export const receiptsOf = (steps: readonly Step[]): Receipt[] =>
  steps.flatMap((step) =>
    step.isOurs ? [] : eventsIn(step).map((event) => receiptIn(step.where, step.provider, event)),
  )

export const eventsOf = (steps: readonly Step[]): DeliveryEvent[] =>
  steps.flatMap((step) =>
    step.isOurs ? eventsIn(step) : receiptsOf([step]).map(({ event }) => event),
  )

function eventsIn(step: Step): DeliveryEvent[] {
  return step.arrives.flatMap((receivedAt) =>
    partsOf(step).map((part) => eventOf(step, receivedAt, part)),
  )
}

/** The parts that a step is about; undefined stands for the message as a whole. */
function partsOf({
  where,
  isOurs,
  provider,
  segments,
  fields: { segment },
}: Step): readonly (number | undefined)[] {
  if (segment !== undefined)
    checkWhole(segment, segments, where, 'segment', 'Say in scenario how many segments there are.')
  if (
    segment !== undefined ||
    segments === 1 ||
    isOurs ||
    encoderOf(provider, where)[0].parts === 'whole'
  )
    return [segment]
  return Array.from({ length: segments }, (_, i) => i + 1)
}

function eventOf(step: Step, receivedAt: number, part: number | undefined): DeliveryEvent {
  const { where, status, at, isOurs, provider, messageId, segments, attempt, fields } = step
  const [format] = encoderOf(provider, where)
  const id = format.id((attempt - 1) * 256 + (format.parts === 'id' ? (part ?? 1) : 1))
  const event: DeliveryEvent = {
    status,
    receivedAt,
    messageId,
    attemptId: `attempt-${attempt}`,
    ...(status !== 'pending' && { provider: provider.name, ...tieOf(format, id) }),
    ...(isOurs && { source: status === 'pending' ? 'service' : 'response' }),
    ...fields,
    segment: part === undefined ? undefined : { index: part, count: segments },
  }
  return isOurs || !isPrecise(format) ? event : { ...event, occurredAt: at }
}
