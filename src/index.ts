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
export { collect, merge } from './evidence/collect.ts'
export { collectByMessage } from './message/by-message.ts'

// What is shown
export type { AttemptState, DeliveryState, Milestones } from './delivery/delivery-state.ts'
export { reduce, stateOf } from './delivery/reduce.ts'
export { reduceByMessage } from './delivery/reduce-by-message.ts'
export { apply, type Applied } from './delivery/apply.ts'

// Why
export type { Verdict } from './delivery/verdict.ts'
export type { ClockEntry, EventEntry, TimelineEntry } from './timeline/timeline-entry.ts'
export { timeline } from './timeline/timeline.ts'

// From raw receipts
export type { Issue, IssueCode, Parsed, Provider, ReceiptContext } from './receipts/provider.ts'
export { parseReceipts } from './receipts/parse-receipts.ts'
export type { ReceiptItem } from './receipts/receipt-item.ts'
export { reduceReceipts, reduceReceiptsByMessage } from './receipts/reduce-receipts.ts'
