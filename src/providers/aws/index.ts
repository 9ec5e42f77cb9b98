import type { Provider } from '../../receipts/provider.ts'
import { providerOf } from '../../reader/provider-of.ts'
import { shapes } from './shape.ts'

/**
 * Amazon: events of End User Messaging, delivery logs of SNS and events of Pinpoint streams; bare,
 * or in the envelope of SNS, EventBridge, Firehose, Lambda or CloudWatch Logs. If the `context`
 * that you send along has one entry, its value is the event's `reference`. A log of SNS tells the
 * time only of what a phone has acknowledged, and names no zone. It is read as UTC.
 */
export const aws: Provider = /* @__PURE__ */ providerOf({ name: 'aws', shapes })
