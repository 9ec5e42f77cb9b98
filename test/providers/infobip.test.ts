import { describe, expect, it } from 'vitest'
import type { FailureReason } from '../../src/event/failure.ts'
import type { Status } from '../../src/event/status.ts'
import { infobip } from '../../src/providers/infobip/index.ts'
import { contract, type ShapeContract } from './contract.ts'
import { factsOf, holdToFacts, type Facts } from './facts.ts'

const report = {
  messageId: 'MSG-0002',
  status: { groupId: 2, groupName: 'UNDELIVERABLE', name: 'UNDELIVERABLE_NOT_DELIVERED' },
  error: { groupId: 1, id: 1, name: 'EC_UNKNOWN_SUBSCRIBER', permanent: true },
  doneAt: '2024-09-18T21:12:09.000+0100',
  callbackData: 'order-17',
}

const shape = (name: string, list: 'results' | 'messages', number: object): ShapeContract => ({
  name,
  receipt: { [list]: [{ ...report, ...number }] },
  id: [list, 0, 'messageId'],
  status: [list, 0, 'status', 'name'],
  optional: [
    { path: [list, 0, 'error', 'id'], wrong: [true, 1.5, {}] },
    { path: [list, 0, 'error', 'permanent'], wrong: ['perhaps', 2, {}] },
    { path: [list, 0, 'doneAt'], wrong: ['2024-09-31T21:12:09.000+0100', 'soon', {}] },
    { path: [list, 0, 'callbackData'], wrong: [true, {}] },
  ],
})

const { status_reasons: reasons } = factsOf('infobip') as Facts & {
  status_reasons: Readonly<Record<string, FailureReason>>
}
const named = Object.entries(factsOf('infobip').statuses).map(
  ([word, { canonical }]) => [word, canonical] as const,
)
/** The ids of its statuses. */
const ids = Object.entries({
  accepted: [26],
  sent: [2, 3, 7],
  delivered: [5],
  unknown: [29],
  expired: [15],
  undelivered: [4, 9],
  failed: [6, 8, 10, 11, 12, 13, 14, 17, 18, 19, 20, 21, 23, 24, 25, 31, 51, 52, 56, 77, 87, 100],
} satisfies Partial<Record<Status, number[]>>).flatMap(([status, each]) =>
  each.map((id) => [`${id}`, status as Status]),
)

contract({
  provider: infobip,
  examples: ['infobip', 'infobip_smpp'],
  words: Object.fromEntries([...named, ...ids]) as Readonly<Record<string, Status>>,
  shapes: [
    shape('a report', 'results', { to: '15550100123' }),
    shape('a log', 'results', { destination: '15550100123' }),
    shape('an answer to a request to send', 'messages', { destination: '15550100123' }),
  ],
})

holdToFacts(infobip, 'infobip', {
  receipt: (name, code) => ({
    results: [{ messageId: 'A', status: { name }, ...(code && { error: { id: Number(code) } }) }],
  }),
  failing: 'UNDELIVERABLE_NOT_DELIVERED',
})

const one = (changes: object) =>
  infobip.parse({ results: [{ ...report, to: '15550100123', ...changes }] }).events[0]

describe('infobip', () => {
  it('does not take what reached the operator for delivered, though the group says so', () => {
    const status = { groupId: 3, groupName: 'DELIVERED', id: 2, name: 'DELIVERED_TO_OPERATOR' }
    expect(one({ status, error: { id: 0, permanent: false } })).toStrictEqual({
      status: 'sent',
      occurredAt: Date.UTC(2024, 8, 18, 20, 12, 9),
      provider: 'infobip',
      providerMessageId: 'MSG-0002',
      source: 'webhook',
      reference: 'order-17',
    })
  })

  it('reads the id of a status where it has no name, and where the name is new says so', () => {
    expect(one({ status: { id: 5 } })).toMatchObject({
      status: 'delivered',
      confirmedBy: 'handset',
    })
    const { events, issues } = infobip.parse({
      results: [{ ...report, status: { id: 9, name: 'UNDELIVERABLE_NEWLY' } }],
    })
    expect(events).toMatchObject([{ status: 'undelivered' }])
    expect(issues).toMatchObject([{ code: 'unrecognized-status', received: 'UNDELIVERABLE_NEWLY' }])
  })

  it.each(Object.entries(reasons))(
    'has the reason of %s only where the code says nothing',
    (name, reason) => {
      expect(one({ status: { name }, error: { id: 0, permanent: false } })?.failure).toEqual({
        reason,
      })
      expect(one({ status: { name }, error: { id: 34 } })?.failure).toMatchObject({
        reason: 'network',
        code: '34',
      })
    },
  )

  it('believes the report more than the table on what is permanent', () => {
    expect(one({ error: { id: 1, permanent: false } })?.failure).toEqual({
      reason: 'invalid-destination',
      code: '1',
      permanent: false,
    })
    expect(one({ error: { id: 99_999, permanent: true } })?.failure).toEqual({
      reason: 'unknown',
      code: '99999',
      permanent: true,
    })
  })

  it('takes no inbound message for a receipt', () => {
    const inbound = {
      messageId: 'A',
      from: '15550100123',
      to: '15550100001',
      text: 'STOP',
      receivedAt: report.doneAt,
    }
    expect(infobip.parse({ results: [inbound] })).toMatchObject({
      events: [],
      issues: [{ code: 'not-a-receipt' }],
    })
  })
})
