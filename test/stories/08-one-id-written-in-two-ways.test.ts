import { alert, reduceByMessage, type DeliveryEvent } from 'sms-delivery-state'
import { smpp } from 'sms-delivery-state/providers'
import { expect, test } from 'vitest'
import { at, lines, told } from './story.ts'

// Jasmin #375, #405, #643 (zeros in front, capitals); Vonage SMPP (hex in one place, decimal in the
// other); RestComm smscgateway #256 (one id, two SMSCs).

const receivedAt = at('09:00:04')
const { events } = smpp.parse(
  'id:0012345678 sub:001 dlvrd:000 done date:2611210900 stat:UNDELIV err:27 text:',
  { receivedAt },
)

const submitted = {
  messageId: 'm1',
  attemptId: 'a1',
  provider: 'smpp',
  source: 'response',
  receivedAt: at('09:00:01'),
} as const
/** What submit_sm_resp said of it. */
const answer = '00BC614E'

const findsByText = (ids: readonly string[], id = '') =>
  ids.includes(id) ? 'undelivered' : 'accepted'

test('an id in hex, and the same in decimal with zeros in front: who knows both ways brings them to one', () => {
  expect(findsByText([answer], events[0]?.providerMessageId)).toBe('accepted')

  const accepted: DeliveryEvent = {
    ...submitted,
    status: 'accepted',
    providerMessageId: BigInt(`0x${answer}`).toString(),
  }
  const receipts = events.map((event) => ({
    ...event,
    providerMessageId: BigInt(event.providerMessageId ?? 0).toString(),
  }))
  expect(told([accepted, ...receipts], alert, at('09:01:00'))).toBe(lines`
    2026-11-21, UTC
    09:00:01.000       accepted     smpp  advanced  the platform took it
    09:00:04.000  +3s  undelivered  smpp  advanced  a carrier reported non-delivery: no reason that we know (27)

    Shown:  undelivered since 09:00:04 (policy alert, as of 09:01:00)
            A carrier reported that it could not be delivered.
    Why:    Reported 3 s after the start: no reason that we know (27).
            A delivery report would still count.
    Next:   other-channel: use voice, mail or push.
            Look again at 13:00:01.
  `)
})

test('one id at two SMSCs is two messages, each with the name of its own', () => {
  const [first, second] = ['DELIVRD', 'REJECTD'].map(
    (stat) => smpp.parse(`id:7 stat:${stat}`, { receivedAt }).events,
  )
  const byIdAlone = new Map(
    [...(first ?? []), ...(second ?? [])].map(({ providerMessageId, status }) => [
      providerMessageId,
      status,
    ]),
  )
  expect([...byIdAlone.values()]).toEqual(['failed'])

  const named = (provider: string, found: readonly DeliveryEvent[] = []) =>
    found.map((event) => ({ ...event, provider }))
  const states = reduceByMessage(
    [...named('north', first), ...named('south', second)],
    alert,
    at('09:01:00'),
  )
  expect([...states].map(([key, { status }]) => [key, status])).toEqual([
    ['north:7', 'delivered'],
    ['south:7', 'failed'],
  ])
})
