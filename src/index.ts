// The words
export { STATUSES, OUTCOMES, type Outcome, type Status } from './event/status.ts'
export { FAILURE_REASONS, type Failure, type FailureReason } from './event/failure.ts'
export { CONFIRMATIONS, SOURCES, type Confirmation, type DeliveryEvent, type Segment, type Source } from './event/event.ts'

// What a flow wants
export { ACTIONS, type Action, type AdviceTable, type Policy } from './policy/policy.ts'
export { alert, notification, otp } from './policy/presets.ts'
export { definePolicy, type AdviceChanges, type PolicyChanges } from './policy/define-policy.ts'

// What is known
export type { Evidence } from './evidence/evidence.ts'
export { collect } from './evidence/collect.ts'
export { collectByMessage } from './evidence/by-message.ts'
export { merge } from './evidence/merge.ts'

// What is shown
export type { AttemptState, DeliveryState, Milestones } from './delivery/delivery-state.ts'
export { reduce, stateOf } from './delivery/state-of.ts'
export { reduceByMessage } from './delivery/reduce-by-message.ts'
export { apply, type Applied } from './delivery/apply.ts'

// Why
export { VERDICTS, type Verdict } from './delivery/verdict.ts'
export type { ClockEntry, EventEntry, TimelineEntry } from './timeline/timeline-entry.ts'
export { timeline } from './timeline/timeline.ts'

// From raw receipts
export { ISSUE_CODES, type Issue, type IssueCode, type Parsed, type Provider, type ReceiptContext } from './receipts/provider.ts'
export { parseReceipts, type ReceiptItem } from './receipts/parse-receipts.ts'
export { reduceReceipts, reduceReceiptsByMessage } from './receipts/reduce-receipts.ts'
