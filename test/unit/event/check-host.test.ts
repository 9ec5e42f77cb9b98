import { afterEach, describe, expect, it } from 'vitest'
import { apply, collect, eventText, otp, reduce, submission, timeline } from 'sms-delivery-state'
import { defineProvider, twilio } from 'sms-delivery-state/providers'

const shared = Object.prototype as unknown as Record<string, unknown>
const event = { status: 'sent' } as const
const spec = {
  name: 'acme',
  shapes: [{ id: 'id', status: 'state' }],
  statuses: { ON: 'sent' },
} as const

const doors = {
  reduce: () => reduce([event], otp, 0),
  collect: () => collect([event]),
  timeline: () => timeline([event], otp, 0),
  apply: () => apply(undefined, event, otp, 0),
  eventText: () => eventText(event),
  submission: () => submission({ messageId: 'm1', receivedAt: 0 }),
  'twilio.parse': () => twilio.parse('MessageSid=SM1&MessageStatus=sent'),
  acme: () => defineProvider(spec),
}

describe.each(Object.entries(doors))('%s', (name, task) => {
  afterEach(() => {
    delete shared['receivedAt']
    delete shared['extend']
    delete shared['then']
  })

  it('refuses data on Object.prototype, which every event would inherit', () => {
    task()
    shared['receivedAt'] = 1
    expect(task).toThrow(
      `sms-delivery-state: ${name}: Object.prototype.receivedAt must be absent, got 1.`,
    )
  })

  it('refuses a method that makes a promise of every object', () => {
    shared['then'] = () => 1
    expect(task).toThrow(`sms-delivery-state: ${name}: Object.prototype.then must be absent`)
  })

  it('minds no other method there', () => {
    const before = JSON.stringify(task())
    shared['extend'] = () => 1
    expect(JSON.stringify(task())).toBe(before)
  })
})
