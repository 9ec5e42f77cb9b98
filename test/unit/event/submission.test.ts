import { expect, test } from 'vitest'
import { reduce, otp, submission, type Submission } from 'sms-delivery-state'

test('without an id it is one event of the service itself', () => {
  expect(submission({ messageId: 'm', receivedAt: 5 })).toStrictEqual([
    { status: 'pending', receivedAt: 5, messageId: 'm', source: 'service' },
  ])
  expect(
    submission({ messageId: 'm', attemptId: 'A', providerMessageIds: [], receivedAt: 5 }),
  ).toStrictEqual([
    { status: 'pending', receivedAt: 5, messageId: 'm', attemptId: 'A', source: 'service' },
  ])
})

test('with an id it is the answer, and the id names the attempt', () => {
  expect(
    submission({
      messageId: 'm',
      provider: 'twilio',
      providerMessageIds: ['SM1'],
      receivedAt: 5,
      scheduledFor: 9,
      receiptsExpected: false,
      ref: 'log/1',
    }),
  ).toStrictEqual([
    {
      status: 'accepted',
      receivedAt: 5,
      messageId: 'm',
      attemptId: 'SM1',
      provider: 'twilio',
      providerMessageId: 'SM1',
      source: 'response',
      scheduledFor: 9,
      receiptsExpected: false,
      ref: 'log/1',
    },
  ])
})

test('several ids are the parts of one text, in order', () => {
  const events = submission({
    messageId: 'm',
    attemptId: 'A',
    providerMessageIds: ['X', 'Y'],
    receivedAt: 5,
    status: 'queued',
  })
  expect(
    events.map(({ providerMessageId, segment, attemptId, status }) => [
      providerMessageId,
      segment,
      attemptId,
      status,
    ]),
  ).toStrictEqual([
    ['X', { index: 1, count: 2 }, 'A', 'queued'],
    ['Y', { index: 2, count: 2 }, 'A', 'queued'],
  ])
  const delivered = ['X', 'Y'].map((providerMessageId) => ({
    status: 'delivered' as const,
    providerMessageId,
    receivedAt: 6,
  }))
  expect(reduce([...events, delivered[0]!], otp, 6).status).toBe('sent')
  expect(reduce([...events, ...delivered], otp, 6).status).toBe('delivered')
})

test('255 parts at most', () => {
  const ids = Array.from({ length: 255 }, (_, i) => `X${i}`)
  const sent = { messageId: 'm', receivedAt: 0 }
  expect(submission({ ...sent, providerMessageIds: ids })).toHaveLength(255)
  expect(() => submission({ ...sent, providerMessageIds: [...ids, 'Y'] })).toThrow(
    'providerMessageIds must be up to 255 ids, each once, got an array. Pass an id per part.',
  )
})

test.each<[Record<string, unknown> | undefined, string]>([
  [undefined, 'sent must be an object, got undefined. Pass the object itself.'],
  [{ messageID: 'm' }, 'sent: each key must be one of messageId, attemptId, provider,'],
  [{ messageId: '' }, 'messageId must be a text that is not empty, got "". Pass your own id'],
  [{ receivedAt: undefined }, 'receivedAt must be a finite number of ms since the epoch, got und'],
  [{ scheduledFor: NaN }, 'scheduledFor must be a finite number of ms since the epoch, got NaN.'],
  [{ providerMessageIds: 'SM1' }, 'providerMessageIds must be a list, got "SM1". Pass an array.'],
  [{ providerMessageIds: ['A', ''] }, 'providerMessageIds[1] must be a text that is not empty'],
  [{ providerMessageIds: ['A', 'A'] }, 'providerMessageIds must be up to 255 ids, each once'],
  [{ attemptId: '' }, 'attemptId must be a text that is not empty, got "".'],
  [
    { status: 'delivered' },
    'status must be one of pending, accepted, queued, got "delivered". Receipts say what came after.',
  ],
  [{ ref: 7 }, 'ref must be a string, got 7.'],
])('%o is misuse', (wrong, message) => {
  const sent = wrong && { messageId: 'm', receivedAt: 0, ...wrong }
  expect(() => submission(sent as unknown as Submission)).toThrow(TypeError)
  expect(() => submission(sent as unknown as Submission)).toThrow(
    `sms-delivery-state: submission: ${message}`,
  )
})
