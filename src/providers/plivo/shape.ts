import type { ShapeSpec } from '../../reader/spec.ts'

/**
 * The form or query with which Plivo calls back. Each of its times is about one status, and none is
 * about `failed`: so which of them is read depends on the status.
 */
const callback = (
  time: string,
  when?: ShapeSpec['when'],
  segment?: ShapeSpec['segment'],
): ShapeSpec => ({
  when,
  segment,
  inbound: { Text: /[^]/ },
  id: 'MessageUUID',
  status: 'Status',
  code: 'ErrorCode',
  time: { path: time, format: 'iso8601' },
})

/**
 * Plivo once called back for each part of a text, and numbered it as `1 of 2`. Such a receipt is an
 * issue and no event: what is said of a part must not be taken for the whole.
 */
const part: ShapeSpec = /* @__PURE__ */ callback(
  'DeliveryReportTime',
  { PartInfo: /^\d+ of (?!1$)/ },
  { index: 'PartInfo' },
)

/** What the API answers, or in camelCase what Plivo's Node SDK makes of it. */
const message = (within?: string): ShapeSpec => ({
  within,
  source: 'poll',
  inbound: { message_direction: 'inbound' },
  id: 'message_uuid',
  status: 'message_state',
  code: 'error_code',
  time: { path: 'message_updated_time', format: 'iso8601' },
})

const sdkMessage: ShapeSpec = {
  source: 'poll',
  inbound: { messageDirection: 'inbound' },
  id: 'messageUuid',
  status: 'messageState',
  code: 'errorCode',
  time: { path: 'messageUpdatedTime', format: 'iso8601' },
}

export const shapes: readonly ShapeSpec[] = [
  part,
  /* @__PURE__ */ callback('QueuedTime', { Status: /^queued$/i }),
  /* @__PURE__ */ callback('SentTime', { Status: /^sent$/i }),
  /* @__PURE__ */ callback('DeliveryReportTime'),
  /* @__PURE__ */ message(),
  /* @__PURE__ */ message('objects[]'),
  sdkMessage,
]
