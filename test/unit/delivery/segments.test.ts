import { otp, reduce, type DeliveryEvent, type Status } from 'sms-delivery-state'
import { expect, test } from 'vitest'

const part = (
  index: number,
  status: Status,
  receivedAt: number,
  more: Partial<DeliveryEvent> = {},
): DeliveryEvent => ({
  status,
  receivedAt,
  segment: { index, count: 2 },
  ...more,
})

test('delivered when all parts are, known with the last', () => {
  const events = [part(1, 'sent', 0), part(2, 'delivered', 1), part(1, 'delivered', 2)]
  expect(reduce(events.slice(0, 2), otp, 2)).toMatchObject({
    status: 'sent',
    since: 0,
    strongest: 'sent',
    advice: { duplicateRisk: true },
  })
  expect(reduce(events, otp, 2)).toMatchObject({ status: 'delivered', since: 2, deliveredAt: 2 })
})

test('one delivered part proves that the text was sent, but not when', () => {
  const state = reduce([part(2, 'delivered', 1)], otp, 1)
  expect(state).toMatchObject({ status: 'sent', since: 1, by: 'receipt' })
  expect(state).not.toHaveProperty('sentAt')
  expect(state).not.toHaveProperty('deliveredAt')
})

test('in time when all parts are', () => {
  const start: DeliveryEvent = { status: 'accepted', receivedAt: 0 }
  expect(
    reduce([start, part(1, 'delivered', 1), part(2, 'delivered', 300_000)], otp, 400_000).status,
  ).toBe('delivered')
  expect(
    reduce([start, part(1, 'delivered', 1), part(2, 'delivered', 300_001)], otp, 400_000),
  ).toMatchObject({
    status: 'expired',
    strongest: 'delivered',
    deliveredAt: 300_001,
  })
})

test('failed as soon as one part is', () => {
  expect(reduce([part(1, 'delivered', 0), part(2, 'failed', 1)], otp, 1)).toMatchObject({
    status: 'failed',
    conflict: false,
  })
  expect(
    reduce([part(1, 'failed', 0), part(1, 'delivered', 1), part(2, 'delivered', 2)], otp, 2),
  ).toMatchObject({
    status: 'delivered',
    conflict: true,
  })
})

test('a receipt for the whole speaks for all parts, and the earlier knowledge counts', () => {
  const whole: DeliveryEvent = { status: 'delivered', receivedAt: 5 }
  expect(reduce([part(1, 'sent', 0), whole], otp, 5)).toMatchObject({
    status: 'delivered',
    since: 5,
  })
  expect(reduce([part(1, 'delivered', 0), part(2, 'delivered', 1), whole], otp, 5)).toMatchObject({
    since: 1,
    deliveredAt: 1,
  })
  expect(reduce([part(1, 'delivered', 0), part(2, 'delivered', 9), whole], otp, 9)).toMatchObject({
    since: 5,
    deliveredAt: 5,
  })
})

test('parts of a text of nobody knows how many complete nothing', () => {
  const uncounted: DeliveryEvent[] = [1, 2].map((index) => ({
    status: 'delivered',
    receivedAt: index,
    segment: { index },
  }))
  expect(reduce(uncounted, otp, 2).status).toBe('sent')
  expect(
    reduce(
      [...uncounted, { status: 'sent', receivedAt: 3, segment: { index: 1, count: 2 } }],
      otp,
      3,
    ).status,
  ).toBe('delivered')
})

test('a part beyond the count stands for none of them', () => {
  const beyond: DeliveryEvent = { status: 'delivered', receivedAt: 1, segment: { index: 3 } }
  expect(reduce([part(1, 'delivered', 0), beyond], otp, 1).status).toBe('sent')
})

test('the largest count is the one', () => {
  const events = [part(1, 'delivered', 0), part(2, 'delivered', 1)]
  const three: DeliveryEvent = { status: 'sent', receivedAt: 2, segment: { index: 1, count: 3 } }
  expect(reduce([...events, three], otp, 2).status).toBe('sent')
  expect(
    reduce(
      [...events, three, { status: 'delivered', receivedAt: 3, segment: { index: 3 } }],
      otp,
      3,
    ).status,
  ).toBe('delivered')
})

test('untimed parts get the benefit of the doubt, and say no instant', () => {
  const untimed: DeliveryEvent[] = [1, 2].map((index) => ({
    status: 'delivered',
    segment: { index, count: 2 },
  }))
  expect(reduce([{ status: 'sent', receivedAt: 0 }, ...untimed], otp, 400_000)).toMatchObject({
    status: 'delivered',
  })
  expect(reduce(untimed, otp, 0)).not.toHaveProperty('since')
  expect(reduce([untimed[0]!, part(2, 'delivered', 7)], otp, 7)).toMatchObject({
    since: 7,
    deliveredAt: 7,
  })
})

test('parts with ids of their own meet by the ties that our own submission made', () => {
  const submitted = [1, 2].map((index) =>
    part(index, 'accepted', 0, { attemptId: 'A', providerMessageId: `id-${index}` }),
  )
  const receipts = [1, 2].map((index): DeliveryEvent => ({
    status: 'delivered',
    receivedAt: index,
    providerMessageId: `id-${index}`,
  }))
  expect(reduce([...receipts, ...submitted], otp, 2)).toMatchObject({
    attemptId: 'A',
    status: 'delivered',
    since: 2,
    providerMessageIds: ['id-1', 'id-2'],
  })
})

test('an id that is tied to two parts says nothing about which is meant', () => {
  const both = [1, 2].map((index) =>
    part(index, 'accepted', 0, { attemptId: 'A', providerMessageId: 'id' }),
  )
  expect(
    reduce([...both, { status: 'delivered', receivedAt: 1, providerMessageId: 'id' }], otp, 1)
      .status,
  ).toBe('delivered')
})

test.each([[[1, 2]], [[2, 1]], [[1, 2, 1]], [[2, 1, 2]]])(
  'an id that is tied to the parts %j speaks for the whole text, and for a part that it names',
  (parts) => {
    const ties = parts.map((index) =>
      part(index, 'accepted', 0, { attemptId: 'A', providerMessageId: 'id' }),
    )
    const whole: DeliveryEvent = { status: 'undelivered', receivedAt: 1, providerMessageId: 'id' }
    const second = part(2, 'delivered', 2, { providerMessageId: 'id' })
    expect(reduce([whole, second, ...ties], otp, 2)).toMatchObject({
      status: 'undelivered',
      // They are of two slots.
      conflict: false,
    })
  },
)

test('a part known without a time is in time, also where a late receipt repeats it', () => {
  const late = otp.window + 60_000
  const untimed = part(1, 'delivered', 0, { receivedAt: undefined })
  const events = [part(1, 'delivered', late), part(2, 'delivered', 0)]
  expect(reduce(events, otp, late)).toMatchObject({ status: 'expired', settled: true })
  expect(reduce([untimed, ...events], otp, late)).toMatchObject({
    status: 'delivered',
    by: 'receipt',
    since: late,
  })
})
