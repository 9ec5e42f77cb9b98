/**
 * The words of Africa's Talking in ours, and its failure reasons, which are words too.
 * Reasons that name no cause have no row: ours is `unknown`.
 *
 * https://developers.africastalking.com/docs/sms/notifications
 * https://docs.africastalking.com/sms/deliveryreports
 * https://help.africastalking.com/articles/742491
 * github nyaruka/courier handlers/africastalking (what is marked as seen there)
 */
import type { CodeTable, StatusTable } from '../../reader/spec.ts'

export const statuses: StatusTable = {
  Sent: 'sent',
  Submitted: 'sent',
  Buffered: 'queued',
  Rejected: { status: 'failed', reason: 'carrier-rejected' },
  Success: { status: 'delivered', confirmedBy: 'handset' },
  Failed: 'undelivered',
  Expired: 'expired', // seen
  AbsentSubscriber: { status: 'undelivered', reason: 'unreachable' }, // seen
}

export const codes: CodeTable = {
  InsufficientCredit: 'carrier-rejected', // the subscriber's
  UserIsInactive: 'unreachable',
  UserInBlackList: { reason: 'opted-out', permanent: true },
  UserAccountSuspended: 'unreachable',
  NotNetworkSubscriber: 'invalid-destination',
  NotNetworkSubcriber: 'invalid-destination', // an older spelling
  UserNotSubscribedToProduct: 'opted-out',
  UserDoesNotExist: { reason: 'invalid-destination', permanent: true },
  DoNotDisturbRejection: 'opted-out', // seen
  AbsentSubscriber: 'unreachable', // seen
  UserMemoryCapacityExceeded: 'unreachable', // seen
}
