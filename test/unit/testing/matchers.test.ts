import { describe, expect, it } from 'vitest'
import { otp } from 'sms-delivery-state'
import { twilio } from 'sms-delivery-state/providers'
import { matchers, scenario } from 'sms-delivery-state/testing'

expect.extend(matchers)
const story = scenario({ provider: twilio, flow: otp })
  .sent()
  .undelivered('+4s', { failure: { reason: 'unreachable' } })

describe('the matchers', () => {
  it('compare what is shown', () => {
    expect(story.events()).toReduceTo('undelivered', otp, story.now)
    expect(story.receipts()).not.toReduceTo('delivered', otp, story.now)
    expect(story.events()).not.toSettleAs('undelivered', otp, story.now)
    expect(story.wait('5m').events()).toSettleAs('undelivered', otp, story.wait('5m').now)
    expect(story.events()).toAdvise('other-channel', otp, story.now)
  })

  it('read receipts as they were recorded: words of ours mean something else there', () => {
    expect([{ messageId: 'A1', status: 'accepted', 'err-code': '0' }]).toReduceTo('sent', otp, 5)
    expect([{ messageId: 'A1', status: 'accepted' }]).toReduceTo('accepted', otp, 5)
    expect(['messageId=A1&status=accepted&err-code=0']).toReduceTo('sent', otp, 5)
  })

  it('tell the story of the message where an expectation fails', () => {
    expect(() => expect(story.events()).toReduceTo('delivered', otp, story.now)).toThrow(
      /^toReduceTo: expected delivered, got undelivered\n\n2026-01-15, UTC\n09:00:00\.000 .*sent.*\n09:00:04\.000 .*undelivered[^]*Next: +other-channel/,
    )
    expect(() => expect(story.events()).not.toAdvise('other-channel', otp, story.now)).toThrow(
      /^toAdvise: expected anything but other-channel, got other-channel\n/,
    )
    expect(() => expect(story.events()).toSettleAs('undelivered', otp, story.now)).toThrow(
      /^toSettleAs: expected undelivered, settled, got undelivered, not settled\n/,
    )
  })

  it('know no status and no action beside ours', () => {
    expect(() => expect([]).not.toReduceTo('teleported' as 'sent', otp, 0)).toThrow(
      /^sms-delivery-state: toReduceTo: status must be one of/,
    )
    expect(() => expect([]).not.toAdvise('panic' as 'wait', otp, 0)).toThrow(
      /^sms-delivery-state: toAdvise: action must be one of/,
    )
  })
})
