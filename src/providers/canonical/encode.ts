import { STATUSES } from '../../event/status.ts'
import { JSON_TEXT, type Encoder } from '../../reader/encoder.ts'

/** Our own event as JSON. When it was received is for the receiver to say, whose clock counts. */
export const encoder: Encoder = [
  {
    words: STATUSES,
    codes: [],
    id: (n) => `id-${n}`,
    parts: 'receipt',
    contentType: JSON_TEXT,
    tick: 0,
    write: ({ id, word, event: { receivedAt, ...event } }) => ({
      ...event,
      status: word,
      providerMessageId: id,
    }),
  },
]
