import { collect, reduce, otp, type DeliveryEvent } from 'sms-delivery-state'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { isStorable } from '../../../src/event/check.ts'

describe('a text that any database takes', () => {
  const texts: [text: string, isStorable: boolean][] = [
    ['', true],
    ['\u{1f600}', true],
    ['x'.repeat(512), true],
    ['x'.repeat(513), false],
    ['a\0b', false],
    ['\ud83d', false],
    ['\ude00', false],
    ['\ude00\ud83d', false],
  ]

  test.each(texts)('%j: %s', (text, expected) => expect(isStorable(text)).toBe(expected))

  test.each(texts)('%j: %s, where texts have no isWellFormed', (text, expected) => {
    const { prototype }: { prototype: object } = String
    const own = Object.getOwnPropertyDescriptor(prototype, 'isWellFormed')
    Reflect.deleteProperty(prototype, 'isWellFormed')
    const result = isStorable(text)
    if (own) Object.defineProperty(prototype, 'isWellFormed', own)
    expect('isWellFormed' in String.prototype).toBe(own !== undefined)
    expect(result).toBe(expected)
  })
})

describe('an id is checked whatever the event before it has', () => {
  const good: DeliveryEvent = { status: 'sent', receivedAt: 0, messageId: 'm', attemptId: 'A' }

  test.each([
    ['messageId', 1],
    ['attemptId', ''],
    ['attemptId', 'a\0'],
    ['provider', null],
    ['providerMessageId', 2],
  ])('%s %j', (field, value) => {
    const wrong = { ...good, [field]: value }
    const all = { ...good, provider: 'p', providerMessageId: 'X' }
    for (const before of [good, all])
      expect(() => collect([before, wrong])).toThrow(`collect: events[1].${field} must be `)
  })

  test('an id that the next event lacks is not taken for its own', () => {
    const events: DeliveryEvent[] = [
      { ...good, provider: 'p', providerMessageId: 'X' },
      { status: 'delivered', receivedAt: 1, messageId: 'm', attemptId: 'B' },
    ]
    expect(reduce(events, otp, 1).attempts).toMatchObject([
      { attemptId: 'A', provider: 'p', providerMessageIds: ['X'] },
      { attemptId: 'B', providerMessageIds: [] },
    ])
    expect(collect(events).events[1]).toStrictEqual(events[1])
  })
})

describe('an event need not be a plain object', () => {
  class Row {
    get status() {
      return 'delivered' as const
    }
    get receivedAt() {
      return this.at
    }
    constructor(readonly at: number) {}
  }
  const plain: DeliveryEvent = { status: 'delivered', receivedAt: 600_000 }

  test.each<[what: string, event: DeliveryEvent]>([
    ['a class with accessors', new Row(600_000)],
    ['without a prototype', Object.assign(Object.create(null), plain)],
    ['with inherited fields', Object.create(plain)],
    ['of another realm', runInNewContext('({ status: "delivered", receivedAt: 600_000 })')],
    ['a proxy', new Proxy(plain, {})],
  ])('%s', (_, event) => {
    // Late: had the time been passed over, it would be in time.
    const events: DeliveryEvent[] = [{ status: 'sent', receivedAt: 0 }, event]
    expect(reduce(events, otp, 600_000)).toMatchObject({ status: 'expired', deliveredAt: 600_000 })
    expect(collect(events).events).toContainEqual(plain)
  })

  test('its fields are checked', () => {
    expect(() => reduce([new Row(NaN)], otp, 0)).toThrow('events[0].receivedAt must be a finite')
    expect(() => reduce([Object.create({})], otp, 0)).toThrow('events[0].status must be one of')
  })
})
