import { describe, expect, it } from 'vitest'
import {
  ACTIONS,
  CONFIRMATIONS,
  FAILURE_REASONS,
  ISSUE_CODES,
  OUTCOMES,
  SOURCES,
  STATUSES,
  VERDICTS,
} from '../../src/index.ts'
import { membersOf } from './doc-tables.ts'

/** What a hover shows: each field of what goes in and comes out, and each word of a union. */
const INTERFACES: [path: string, type: string][] = [
  ['src/event/event.ts', 'DeliveryEvent'],
  ['src/event/event.ts', 'Segment'],
  ['src/event/failure.ts', 'Failure'],
  ['src/event/submission.ts', 'Submission'],
  ['src/policy/policy.ts', 'Policy'],
  ['src/policy/policy.ts', 'AdviceTable'],
  ['src/delivery/delivery-state.ts', 'DeliveryState'],
  ['src/delivery/delivery-state.ts', 'AttemptState'],
  ['src/delivery/delivery-state.ts', 'Milestones'],
  ['src/delivery/delivery-state.ts', 'Advice'],
  ['src/delivery/apply.ts', 'Applied'],
  ['src/receipts/provider.ts', 'Provider'],
  ['src/receipts/provider.ts', 'ReceiptContext'],
  ['src/receipts/provider.ts', 'Parsed'],
  ['src/receipts/provider.ts', 'Issue'],
  ['src/timeline/timeline-entry.ts', 'EventEntry'],
  ['src/timeline/timeline-entry.ts', 'ClockEntry'],
]

const UNIONS: [path: string, type: string, words: readonly string[]][] = [
  ['src/event/status.ts', 'Status', STATUSES],
  ['src/event/status.ts', 'Outcome', [...new Set(Object.values(OUTCOMES))]],
  ['src/event/event.ts', 'Confirmation', CONFIRMATIONS],
  ['src/event/event.ts', 'Source', SOURCES],
  ['src/event/failure.ts', 'FailureReason', FAILURE_REASONS],
  ['src/policy/policy.ts', 'Action', ACTIONS],
  ['src/delivery/verdict.ts', 'Verdict', VERDICTS],
  ['src/receipts/provider.ts', 'IssueCode', ISSUE_CODES],
]

describe('docstrings', () => {
  it.each(INTERFACES)('%s: %s says what each field means', (path, type) => {
    const members = membersOf(path, type)
    expect(members.length).toBeGreaterThan(1)
    expect(members.filter(([, text]) => text === '')).toEqual([])
  })

  it.each(UNIONS)('%s: %s lists each of its words, in order', (path, type, words) => {
    const members = membersOf(path, type)
    expect(members.map(([word]) => word)).toEqual(words)
    expect(members.filter(([, text]) => text === '')).toEqual([])
  })
})
