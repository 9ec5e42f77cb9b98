// The words
export { STATUSES, OUTCOMES, type Outcome, type Status } from './event/status.ts'
export { FAILURE_REASONS, type Failure, type FailureReason } from './event/failure.ts'
export {
  CONFIRMATIONS,
  SOURCES,
  type Confirmation,
  type DeliveryEvent,
  type Segment,
  type Source,
} from './event/event.ts'
export { submission, type Submission } from './event/submission.ts'
export { eventText } from './event/event-text.ts'

// What a flow wants
export { ACTIONS, type Action, type AdviceTable, type Policy } from './policy/policy.ts'
export { alert, notification, otp } from './policy/presets.ts'
export { definePolicy, type AdviceChanges, type PolicyChanges } from './policy/define-policy.ts'

// What is known
export type { Evidence } from './evidence/evidence.ts'
export { collect, collectByMessage, merge } from './evidence/collect.ts'
export type { MessageOption } from './message/message-option.ts'

// What is shown
export type { Advice, AttemptState, DeliveryState, Milestones } from './delivery/delivery-state.ts'
export { reduce, stateOf } from './delivery/reduce.ts'
export { reduceByMessage, type PolicyOrChoice } from './delivery/reduce-by-message.ts'
export { apply, type Applied } from './delivery/apply.ts'

// Why
export { VERDICTS, type Verdict } from './delivery/verdict.ts'
export type { ClockEntry, EventEntry, TimelineEntry } from './timeline/timeline-entry.ts'
export { timeline } from './timeline/timeline.ts'

// From raw receipts
export {
  ISSUE_CODES,
  type Issue,
  type IssueCode,
  type Parsed,
  type Provider,
  type ReceiptContext,
} from './receipts/provider.ts'
export { parseReceipts } from './receipts/parse-receipts.ts'
export type { ReceiptItem } from './receipts/receipt-item.ts'
export { reduceReceipts, reduceReceiptsByMessage } from './receipts/reduce-receipts.ts'
