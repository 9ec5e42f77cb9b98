import { STATUSES } from '../../event/status.ts'
import type { ShapeSpec } from '../../reader/spec.ts'

const shape = (id: ShapeSpec['id'], when: ShapeSpec['when']): ShapeSpec => ({
  id,
  status: 'status',
  when: { status: new RegExp(`^(?:${STATUSES.join('|')})$`, 'i'), ...when },
})

/**
 * What tells that a receipt is an event of ours. `status` and `messageId` alone would be Vonage's
 * too, so there one more of our names must stand.
 */
export const shapes: readonly ShapeSpec[] = [
  /* @__PURE__ */ shape(['providerMessageId', 'attemptId'], {}),
  /* @__PURE__ */ shape(
    ['receivedAt', 'occurredAt', 'confirmedBy', 'scheduledFor', 'receiptsExpected'],
    { messageId: /^/ },
  ),
]
