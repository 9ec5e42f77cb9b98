import type { ShapeSpec } from '../../reader/spec.ts'
import { omnichannelStatuses, smsStatuses } from './codes.ts'

/** The query with which the SMS API calls `dlr-url`. It says nothing about when. */
const sms: ShapeSpec = {
  statuses: smsStatuses,
  id: 'sms_unique_id',
  status: ['stat', 'status'],
  code: 'err',
}

/** What the Omnichannel API posts to `dlr_url`, or answers when asked: a status per channel, each with a message id of its own. */
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
  sms,
  /* @__PURE__ */ omnichannel('webhook', ''),
  /* @__PURE__ */ omnichannel('poll', 'statuses[].'),
]
