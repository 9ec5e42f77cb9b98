import { collect, definePolicy, otp, reduce, type DeliveryEvent } from 'sms-delivery-state'
import { expect, test } from 'vitest'

/** An error is read by somebody who does not know what is wrong: each of its words counts. */
test.each<[unknown, string]>([
  [
    7,
    ' must be an object, got 7. Map the word to one of them; of raw receipts, use reduceReceipts',
  ],
  [null, ' must be an object, got null. Map the word'],
  [Promise.resolve(), ' must be an event, got a promise. Await it first.'],
  [
    { status: 'DELIVRD' },
    '.status must be one of pending, accepted, queued, sent, unknown, expired, failed, undelivered, delivered, got "DELIVRD". Map the word to one of them;',
  ],
  [
    { status: 'sent', read: true },
    '.read must be true beside the status delivered, got true. Leave it out otherwise.',
  ],
  [{ status: 'delivered', read: false }, '.read must be true beside the status delivered, got fal'],
  [
    { status: 'sent', messageId: 7 },
    '.messageId must be a text that is not empty, got 7. Pass Str',
  ],
  [{ status: 'sent', messageId: true }, '.messageId must be a text that is not empty, got true. L'],
  [
    { status: 'sent', attemptId: 'a\0' },
    '.attemptId must be at most 512 code units long, without NUL or a lone surrogate, got "a\\u0000". Use a hash of it.',
  ],
  [
    { status: 'sent', reference: '\0' },
    '.reference must be at most 512 code units long, without NUL or a lone surrogate, got "\\u0000". Keep it with the raw receipt instead.',
  ],
  [
    { status: 'sent', segment: { index: 1, count: 256 } },
    '.segment.count must be a whole number from 1 to 255, got 256. Leave it out',
  ],
  [
    { status: 'sent', source: 'smtp' },
    '.source must be one of webhook, poll, response, smpp, service, user, manual, got "smtp".',
  ],
])('collect of %o', (event, message) => {
  const call = () => collect([{ status: 'sent' }, event as DeliveryEvent])
  expect(call).toThrow(TypeError)
  expect(call).toThrow(`sms-delivery-state: collect: events[1]${message}`)
})

test('what cannot be looked at is an object', () => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  expect(() => collect([{ status: 'sent', receivedAt: proxy as number }])).toThrow(
    'receivedAt must be a finite number of ms since the epoch, got an object. Leave it out',
  )
})

test('what came is cut to 60 characters', () => {
  const long = 10n ** 100n
  expect(() => collect([{ status: 'sent', receivedAt: long as unknown as number }])).toThrow(
    `got ${String(long).slice(0, 60)}. Pass Number(…) of it.`,
  )
  const name = 'x'.repeat(100)
  const symbol = Symbol(name)
  expect(() => collect([{ status: 'sent', receivedAt: symbol as unknown as number }])).toThrow(
    `got Symbol(${name.slice(7 + 40)}. Leave`,
  )
})

test('an event may have a method then', () =>
  expect(() =>
    collect([{ status: 'pending', then: () => 1 } as unknown as DeliveryEvent]),
  ).not.toThrow())

test('a number without an upper limit', () =>
  expect(() => definePolicy('mine', otp, { maxAttempts: 0 })).toThrow(
    'maxAttempts must be a whole number from 1, got 0.',
  ))

test('another message than the option names', () =>
  expect(() => collect([{ status: 'sent', messageId: 'n' }], { messageId: 'm' })).toThrow(
    'collect: events[0].messageId must be "m", as in the options, got "n". Pass the events of this message alone.',
  ))

test('the weakest status is an event, not a promise of one', () =>
  expect(reduce([{ status: 'pending' }], otp, 0).status).toBe('pending'))

test('a host that changed Object.prototype is told what to look for', () => {
  const shared = Object.prototype as unknown as Record<string, unknown>
  shared['receivedAt'] = 1
  try {
    expect(() => reduce([], otp, 0)).toThrow('find the script that sets it.')
  } finally {
    delete shared['receivedAt']
  }
})
