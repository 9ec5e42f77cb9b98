import { alert, notification, otp, type DeliveryEvent } from 'sms-delivery-state'
import { explain } from 'sms-delivery-state/explain'
import { describe, expect, test } from 'vitest'
import { at, lines, told } from '../../stories/story.ts'

describe('the story of a message', () => {
  test('that failed too late: silence keeps no reason of a later receipt', () => {
    const events: DeliveryEvent[] = [
      { status: 'sent', receivedAt: at('09:00:00') },
      {
        status: 'failed',
        receivedAt: at('09:06:40'),
        failure: { reason: 'network', code: '7', permanent: true },
      },
    ]
    expect(told(events, otp, at('09:10:00'))).toBe(lines`
      2026-11-21, UTC
      09:00:00.000            sent     —      advanced  handed on for delivery
      09:05:00.000     +5min  expired  clock  advanced  no final status by the deadline
      09:06:40.000  +6min40s  failed   —      late      1 min 40 s after the deadline; kept as evidence: a fault in
                                                        the network (7)

      Shown:  expired since 09:05:00, settled (policy otp, as of 09:10:00)
              No delivery report came in time; a later receipt says that it was not delivered.
      Why:    No final status by the deadline, 5 min after the start.
              The failed receipt came 1 min 40 s after the deadline: too late to change it, kept as evidence.
      Next:   offer-resend: let the user ask for another one; never resend by itself.
              By all reports no earlier copy is on the phone.
    `)
  })

  test('that came too late', () => {
    const events: DeliveryEvent[] = [
      { status: 'pending', receivedAt: at('09:00:00'), source: 'service' },
      { status: 'accepted', receivedAt: at('09:00:00.850'), provider: 'twilio' },
      { status: 'sent', receivedAt: at('09:00:02.100'), provider: 'twilio' },
      {
        status: 'delivered',
        receivedAt: at('09:07:03'),
        provider: 'twilio',
        confirmedBy: 'carrier',
      },
    ]
    expect(told(events, otp, at('09:10:00'))).toBe(lines`
      2026-11-21, UTC
      09:00:00.000           pending    us      advanced  submitted; nobody has answered yet
      09:00:00.850   +850ms  accepted   twilio  advanced  the platform took it
      09:00:02.100    +2.1s  sent       twilio  advanced  handed on for delivery
      09:05:00.000    +5min  expired    clock   advanced  no final status by the deadline
      09:07:03.000  +7min3s  delivered  twilio  late      2 min 3 s after the deadline; kept as evidence

      Shown:  expired since 09:05:00, settled (policy otp, as of 09:10:00)
              Delivery was not confirmed in time; it may have arrived all the same.
      Why:    No final status by the deadline, 5 min after the start.
              The delivered receipt came 2 min 3 s after the deadline: too late to change it, kept as evidence.
      Next:   offer-resend: let the user ask for another one; never resend by itself.
              A second copy may reach the phone.
    `)
  })

  test('of two attempts, with a clock that is ahead and a repeat', () => {
    const a = { messageId: 'm', attemptId: 'a', provider: 'vonage' }
    const b = { messageId: 'm', attemptId: 'b', provider: 'twilio', providerMessageId: 'SM1' }
    const events: DeliveryEvent[] = [
      { ...a, status: 'sent', receivedAt: at('09:00:00') },
      {
        ...a,
        status: 'failed',
        receivedAt: at('09:00:05'),
        failure: { reason: 'throttled', code: '1', permanent: true },
      },
      { ...b, status: 'accepted', receivedAt: at('09:00:09'), occurredAt: at('09:00:12') },
      {
        status: 'accepted',
        receivedAt: at('09:00:09.500'),
        provider: 'twilio',
        providerMessageId: 'SM1',
      },
      { ...a, status: 'undelivered', receivedAt: at('09:00:11') },
    ]
    expect(told(events, otp, at('09:00:20'))).toBe(lines`
      2026-11-21, UTC
      09:00:00.000         a  sent         vonage  advanced   handed on for delivery
      09:00:05.000    +5s  a  failed       vonage  advanced   refused before it reached the network: too much was
                                                              sent at once (1)
      09:00:09.000    +9s  b  accepted     twilio  advanced   the platform took it; the provider’s clock is ahead by
                                                              3 s
      09:00:09.500  +9.5s  b  accepted     twilio  duplicate  said before, 500 ms earlier
      09:00:11.000   +11s  a  undelivered  vonage  advanced   a carrier reported non-delivery; shown: accepted

      Shown:    accepted since 09:00:09 (policy otp, as of 09:00:20)
                The platform has it; that does not prove that it has left.
      Why:      Attempt b: reported 9 s after the start.
                The window ends at 09:05:00; if nothing else comes, it is then shown as expired.
      Attempts: a  vonage  undelivered since 09:00:11
                b  twilio  accepted since 09:00:09; this is the one shown
      Next:     wait: show neutral waiting, claim nothing.
                Look again at 09:00:39.
    `)
  })

  test('in two parts, with a contradiction, over a change of the day', () => {
    const part = (index: number) => ({ provider: 'p', segment: { index, count: 2 } })
    const events: DeliveryEvent[] = [
      { ...part(1), status: 'sent', receivedAt: at('23:59:55') },
      { ...part(2), status: 'delivered', receivedAt: at('23:59:57'), confirmedBy: 'handset' },
      { ...part(2), status: 'sent', receivedAt: at('23:59:58'), occurredAt: at('23:59:50') },
      {
        ...part(2),
        status: 'undelivered',
        receivedAt: at('23:59:59'),
        failure: { reason: 'unknown' },
      },
      { ...part(1), status: 'delivered', receivedAt: at('23:59:59') + 4_000 },
    ]
    expect(told(events, notification, at('23:59:59') + 60_000)).toBe(lines`
      2026-11-21, UTC
      23:59:55.000       sent         p  advanced  part 1 of 2: handed on for delivery
      23:59:57.000  +2s  delivered    p  partial   part 2 of 2: delivery was reported by the handset, 1 of 2 parts
                                                   so far
      23:59:58.000  +3s  sent         p  partial   part 2 of 2: handed on for delivery; the whole stays as it was
      23:59:59.000  +4s  undelivered  p  advanced  part 2 of 2: a carrier reported non-delivery; contradicts what is
                                                   above: delivered
      2026-11-22
      00:00:03.000  +8s  delivered    p  advanced  part 1 of 2: delivery was reported, now for all 2 parts

      Shown:  delivered since 00:00:03, settled (policy notification, as of 00:00:59)
              Delivery was reported; that does not prove that a person looked at it.
      Why:    Reported 8 s after the start.
              Receipts contradict each other; a delivery report outweighs the others, unless it came too late.
      Next:   done: nothing more to do.
    `)
  })

  test('on a route where nobody reports after sent', () => {
    const events: DeliveryEvent[] = [
      { status: 'sent', receivedAt: at('09:00:00'), receiptsExpected: false, source: 'response' },
      { status: 'queued', receivedAt: at('09:00:20'), occurredAt: at('08:59:59') },
    ]
    expect(told(events, alert, at('14:00:00'))).toBe(lines`
      2026-11-21, UTC
      09:00:00.000        sent    —  advanced  handed on for delivery; no receipts are expected after sent
      09:00:20.000  +20s  queued  —  stale     fills in when it was queued; it happened at 08:59:59

      Shown:  sent since 09:00:00 (policy alert, as of 14:00:00)
              It was handed on; that does not prove that it arrived.
      Why:    Reported at the start.
              No receipts are expected after sent.
              A delivery report would still count.
      Next:   done: nothing more to do.
    `)
  })

  test('that is to leave later, and then contradicts itself in the wrong order', () => {
    const events: DeliveryEvent[] = [
      { status: 'queued', receivedAt: at('09:00:00'), scheduledFor: at('10:00:00'), provider: 'p' },
      {
        status: 'delivered',
        receivedAt: at('10:00:05'),
        occurredAt: at('10:00:04'),
        provider: 'p',
      },
      {
        status: 'undelivered',
        receivedAt: at('10:00:06'),
        occurredAt: at('10:00:02'),
        provider: 'p',
      },
      {
        status: 'delivered',
        receivedAt: at('10:00:09'),
        provider: 'p',
        source: 'user',
        confirmedBy: 'user',
      },
    ]
    expect(told(events, otp, at('10:00:30'))).toBe(lines`
      2026-11-21, UTC
      09:00:00.000  -1h  queued       p     advanced   waiting in a queue; to leave at 10:00:00
      10:00:05.000  +5s  delivered    p     advanced   delivery was reported
      10:00:06.000  +6s  undelivered  p     stale      the status stays as it was; kept as evidence; it happened
                                                       before what is above, at 10:00:02; contradicts what is above:
                                                       delivered
      10:00:09.000  +9s  delivered    user  duplicate  said before, 4 s earlier: delivery was reported by the user’s
                                                       own action

      Shown:  delivered since 10:00:05, settled (policy otp, as of 10:00:30)
              It arrived, as the user’s own action proves.
      Why:    Reported 5 s after the start.
              Receipts contradict each other; a delivery report outweighs the others, unless it came too late.
      Next:   done: nothing more to do.
    `)
  })

  test('to which a receipt after the deadline still counts', () => {
    const events: DeliveryEvent[] = [
      { status: 'sent', receivedAt: at('09:00:00'), provider: 'p' },
      {
        status: 'delivered',
        receivedAt: at('13:30:00'),
        occurredAt: at('09:00:07'),
        provider: 'p',
      },
    ]
    expect(told(events, alert, at('14:00:00'))).toBe(lines`
      2026-11-21, UTC
      09:00:00.000            sent       p      advanced  handed on for delivery
      13:00:00.000       +4h  unknown    clock  advanced  no final status by the deadline
      13:30:00.000  +4h30min  delivered  p      advanced  delivery was reported; 30 min after the deadline; it
                                                          happened at 09:00:07

      Shown:  delivered since 13:30:00, settled (policy alert, as of 14:00:00)
              Delivery was reported; that does not prove that a person looked at it.
      Why:    Reported 4 h 30 min after the start.
      Next:   done: nothing more to do.
    `)
  })

  test('without any time', () => {
    expect(
      told([{ status: 'delivered', source: 'manual' }, { status: 'sent' }], otp, at('09:00:00')),
    ).toBe(lines`
      no times, UTC
      no time  sent       —        advanced  handed on for delivery
      no time  delivered  by hand  advanced  delivery was reported

      Shown:  delivered, settled (policy otp, as of 2026-11-21 09:00:00)
              Delivery was reported; that does not prove that a person looked at it.
      Why:    Reported, without any time.
      Next:   done: nothing more to do.
    `)
  })

  test('of which nothing is known', () => {
    expect(told([], otp, at('09:00:00'))).toBe(lines`
      no events, UTC

      Shown:  pending (policy otp, as of 2026-11-21 09:00:00)
              No answer to it has come yet.
      Why:    Nothing is known of it yet.
      Next:   wait: show neutral waiting, claim nothing.
    `)
  })

  test('beyond the calendar', () => {
    const events: DeliveryEvent[] = [
      { status: 'sent', receivedAt: -1e300 },
      { status: 'delivered', receivedAt: 1e300 },
    ]
    expect(told(events, otp, 0)).toBe(lines`
      beyond the calendar, UTC
      -1.000e+300 ms         sent       —      advanced  handed on for delivery
      -1.000e+300 ms         expired    clock  advanced  no final status by the deadline
      1.000e+300 ms   +ages  delivered  —      late      ages after the deadline; kept as evidence

      Shown:  expired since -1e+300 ms, settled (policy otp, as of 1e+300 ms)
              Delivery was not confirmed in time; it may have arrived all the same.
      Why:    No final status by the deadline, at the start.
              The delivered receipt came ages after the deadline: too late to change it, kept as evidence.
      Next:   offer-resend: let the user ask for another one; never resend by itself.
              A second copy may reach the phone.
    `)
  })

  test('with attempts that have long ids, a control character among them', () => {
    const events: DeliveryEvent[] = [
      'SM00000000000000000000000000000b01',
      'SM00000000000000000000\u001b[1m0000b02',
    ].map((id, i) => ({
      status: 'sent',
      receivedAt: at('09:00:00') + i,
      messageId: 'm',
      provider: 'a provider with a long name',
      providerMessageId: id,
    }))
    expect(told(events, otp, at('09:00:01'))).toBe(lines`
      2026-11-21, UTC
      09:00:00.000        #1  sent  a prov… name  advanced  handed on for delivery
      09:00:00.001  +1ms  #2  sent  a prov… name  advanced  handed on for delivery

      Shown:    sent since 09:00:00.001 (policy otp, as of 09:00:01)
                It was handed on; that does not prove that it arrived.
      Why:      Attempt #2: reported 1 ms after the start.
                The window ends at 09:05:00; if nothing else comes, it is then shown as expired.
      Attempts: #1  SM00000000000000000000000000000b01  a prov… name  sent since 09:00:00
                #2  SM00000000000000000000 [1m0000b02   a prov… name  sent since 09:00:00.001; this is the one shown
      Next:     wait: show neutral waiting, claim nothing.
                Look again at 09:00:30.001.
    `)
  })
})

describe('a time zone', () => {
  test('is named once, with its offset by the day, also where an hour comes twice', () => {
    const events: DeliveryEvent[] = [
      { status: 'sent', receivedAt: Date.UTC(2026, 10, 1, 5, 59, 59), provider: 'p' },
      { status: 'delivered', receivedAt: Date.UTC(2026, 10, 1, 6, 0, 1), provider: 'p' },
    ]
    expect(told(events, otp, Date.UTC(2026, 10, 1, 6, 1), { timeZone: 'America/New_York' }))
      .toBe(lines`
      2026-11-01 (UTC-04:00), America/New_York
      01:59:59.000       sent       p  advanced  handed on for delivery
      2026-11-01 (UTC-05:00)
      01:00:01.000  +2s  delivered  p  advanced  delivery was reported

      Shown:  delivered since 01:00:01, settled (policy otp, as of 01:01:00)
              Delivery was reported; that does not prove that a person looked at it.
      Why:    Reported 2 s after the start.
      Next:   done: nothing more to do.
    `)
  })

  test.each(['Mars/Olympus', '', 'Europe/Berlin+01:00', 5, null])('%j is misuse', (timeZone) =>
    expect(() => explain([], otp, 0, { timeZone: timeZone as string })).toThrow(
      'sms-delivery-state: explain: options.timeZone must be an IANA time zone such as Europe/Berlin, got ',
    ),
  )

  test('has its place, and is spelled so', () => {
    expect(() => explain([], otp, 0, { timezone: 'UTC' } as object)).toThrow(
      'sms-delivery-state: explain: options: each key must be',
    )
    expect(() => explain([], otp, Number.NaN)).toThrow('sms-delivery-state: explain: now must be')
  })
})
