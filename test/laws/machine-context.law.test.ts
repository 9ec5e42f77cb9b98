import fc from 'fast-check'
import { reduce } from 'sms-delivery-state'
import { createDeliveryMachine } from 'sms-delivery-state/machine'
import { expect } from 'vitest'
import { instant, policy } from './arbitraries.ts'
import { law } from './law.ts'
import { run, sent, timedAttempt } from './machine.ts'

const FIELDS = [
  'strongest',
  'since',
  'by',
  'confirmedBy',
  'receiptsExpected',
  'windowStart',
  'deadline',
] as const
const MILESTONES = [
  'acceptedAt',
  'queuedAt',
  'sentAt',
  'unknownAt',
  'expiredAt',
  'failedAt',
  'undeliveredAt',
  'deliveredAt',
] as const

law(
  'the statechart keeps what the reducer tells, late evidence too',
  fc.property(timedAttempt, policy, instant, (events, flow, now) => {
    const state = reduce(events, flow, now)
    const { context } = run(createDeliveryMachine(flow), sent(events, state))
    for (const field of FIELDS) expect(context[field], field).toBe(state[field])
    for (const field of MILESTONES) {
      if (state.by === 'clock' && field === `${state.status}At`)
        expect(state[field]).toBe(context.since)
      else expect(context[field], field).toBe(state[field])
    }
  }),
  500,
)
