import type { Conditions, ShapeSpec, StatusTable } from '../../reader/spec.ts'
import { failedStatuses, omnichannelStatuses, smsStatuses } from './codes.ts'

/** The query with which the SMS API calls `dlr-url`. It says nothing about when. */
const sms = (statuses: StatusTable, when?: Conditions): ShapeSpec => ({
  statuses,
  when,
  id: 'sms_unique_id',
  status: ['stat', 'status'],
  code: 'err',
})

/**
 * What the Omnichannel API posts to `dlr_url`, or answers when asked: a status per channel, each
 * with a message id of its own.
 */
const omnichannel = (source: 'webhook' | 'poll', at: '' | 'statuses[].'): ShapeSpec => ({
  source,
  statuses: omnichannelStatuses,
  when: { omnimessage_id: /./ },
  id: `${at}message_id`,
  status: `${at}status`,
  code: `${at}err`,
  time: { path: `${at}timestamp`, format: 'iso8601' },
})

export const shapes: readonly ShapeSpec[] = [
  /* @__PURE__ */ sms(failedStatuses, { status: /^failed$/i }),
  /* @__PURE__ */ sms(smsStatuses),
  /* @__PURE__ */ omnichannel('webhook', ''),
  /* @__PURE__ */ omnichannel('poll', 'statuses[].'),
]
