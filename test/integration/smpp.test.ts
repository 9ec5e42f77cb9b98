import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import nodeSmpp, { type Pdu, type Session } from 'smpp'
import { notification, reduce, reduceByMessage, type DeliveryEvent } from 'sms-delivery-state'
import { anyProvider, smpp } from 'sms-delivery-state/providers'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

/*
 * A message centre and its client on this machine, over a real socket: what the package smpp makes
 * of the bytes is what a service would hand to `parse`.
 */
const text = (id: string, stat: string, err = '000') =>
  `id:${id} sub:001 dlvrd:001 submit date:2601151030 done date:2601151031 stat:${stat} err:${err} text:Your code is 1`
const common = { source_addr: '15550100123', destination_addr: '15550100900' }

let centre: Session
let client: Session
const listener = nodeSmpp.createServer((session) => {
  centre = session
  session.on('error', () => {})
  session.on('bind_transceiver', (pdu) => void session.send(pdu.response()))
})
const received: Pdu[] = []

beforeAll(async () => {
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  client = nodeSmpp.connect({ host: '127.0.0.1', port })
  for (const command of ['deliver_sm', 'data_sm'] as const) {
    client.on(command, (pdu) => {
      received.push(pdu)
      client.send(pdu.response())
    })
  }
  await new Promise<void>((bound, failed) => {
    client.on('error', failed)
    client.on(
      'connect',
      () => void client.bind_transceiver({ system_id: 'test', password: 'test' }, () => bound()),
    )
  })
})

beforeEach(() => void (received.length = 0))

afterAll(async () => {
  await new Promise<void>((closed) => client.destroy(closed))
  await new Promise((closed) => listener.close(closed))
})

/** Sends one PDU, and gives what the client has of it once it has answered. */
async function delivered(
  fields: object,
  command: 'deliver_sm' | 'data_sm' = 'deliver_sm',
): Promise<Pdu> {
  await new Promise<Pdu>(
    (answered) => void centre[command]({ ...common, esm_class: 4, ...fields }, answered),
  )
  const pdu = received.at(-1)
  if (!pdu) throw new Error('nothing came')
  return pdu
}

/**
 * The event, which is the same from the PDU, from its JSON, and for whoever does not know where it
 * comes from.
 */
function eventOf(pdu: Pdu): DeliveryEvent | undefined {
  const parsed = smpp.parse(pdu, { receivedAt: 0 })
  expect(parsed.issues).toEqual([])
  expect(smpp.parse(JSON.stringify(pdu), { receivedAt: 0 })).toStrictEqual(parsed)
  expect(anyProvider.parse(pdu, { receivedAt: 0 })).toStrictEqual(parsed)
  return parsed.events[0]
}

describe('a receipt over the wire', () => {
  const occurredAt = Date.UTC(2026, 0, 15, 10, 31)

  it.each(['DELIVRD', 'UNDELIV', 'EXPIRED', 'ACCEPTD'])(
    'is read where its text says %s',
    async (stat) => {
      const event = eventOf(await delivered({ short_message: text('0123456789', stat) }))
      expect(event).toMatchObject({ providerMessageId: '0123456789', occurredAt, source: 'smpp' })
      expect(event).toStrictEqual(smpp.parse(text('0123456789', stat), { receivedAt: 0 }).events[0])
    },
  )

  it('is read with TLVs, whose octets say why', async () => {
    const pdu = await delivered({
      short_message: text('59113978', 'UNDELIV', '21b'),
      receipted_message_id: '38601fa',
      message_state: 5,
      network_error_code: Buffer.from([3, 0, 27]),
    })
    expect(eventOf(pdu)).toMatchObject({
      status: 'undelivered',
      providerMessageId: '38601fa',
      failure: { reason: 'unreachable', code: '21b', permanent: false },
    })
  })

  it('is read from TLVs alone', async () => {
    const pdu = await delivered({
      short_message: '',
      receipted_message_id: '7f3a02',
      message_state: 2,
    })
    expect(eventOf(pdu)).toMatchObject({ status: 'delivered', providerMessageId: '7f3a02' })
  })

  it.each(['deliver_sm', 'data_sm'] as const)(
    'is read from the payload of a %s',
    async (command) => {
      const pdu = await delivered({ message_payload: text('1', 'DELIVRD') }, command)
      expect(pdu.command).toBe(command)
      expect(eventOf(pdu)).toMatchObject({
        status: 'delivered',
        providerMessageId: '1',
        occurredAt,
      })
    },
  )

  it.each([0x00, 0x03, 0x04, 0x08])('is read in the encoding %i', async (data_coding) => {
    const short_message =
      data_coding === 0x04 ? Buffer.from(text('1', 'DELIVRD')) : text('1', 'DELIVRD')
    expect(eventOf(await delivered({ data_coding, short_message }))).toMatchObject({
      status: 'delivered',
      providerMessageId: '1',
    })
  })

  it('is not final where it is an intermediate notification', async () => {
    const pdu = await delivered({
      esm_class: 0x20,
      short_message: text('1', 'UNDELIV'),
      network_error_code: Buffer.from([3, 0, 6]),
    })
    expect(eventOf(pdu)).toMatchObject({
      status: 'sent',
      failure: { reason: 'unreachable', code: 'gsm:6' },
    })
  })

  it('is told from a message that came in', async () => {
    const inbound = await delivered({ esm_class: 0, short_message: 'STOP' })
    expect(smpp.parse(inbound)).toMatchObject({ events: [], issues: [{ code: 'not-a-receipt' }] })
  })
})

describe('what receipts over the wire come to', () => {
  it('is delivered when each part is, and each part is told by its header or its TLVs', async () => {
    const first = await delivered({
      short_message: { udh: Buffer.from([5, 0, 3, 204, 2, 1]), message: text('a', 'DELIVRD') },
    })
    const second = await delivered({
      short_message: text('b', 'DELIVRD'),
      sar_msg_ref_num: 204,
      sar_total_segments: 2,
      sar_segment_seqnum: 2,
    })
    expect(eventOf(first)?.segment).toEqual({ index: 1, count: 2 })
    const parts = smpp.parse([first, second], { attemptId: 'a1', receivedAt: 0 }).events
    expect(reduce(parts.slice(0, 1), notification, 1).status).toBe('sent')
    expect(reduce(parts, notification, 1).status).toBe('delivered')
  })

  it('is a state for each message, whatever came twice or too late', async () => {
    const final = { short_message: text('a', 'DELIVRD') }
    await delivered(final)
    await delivered({ esm_class: 0x20, short_message: text('a', 'ENROUTE') })
    await delivered(final)
    await delivered({ short_message: text('b', 'REJECTD', '8') })
    const { events } = smpp.parse(received, { receivedAt: 0 })
    const states = [...reduceByMessage(events, notification, 1)].map(([key, { status }]) => [
      key,
      status,
    ])
    expect(states).toEqual([
      ['smpp:a', 'delivered'],
      ['smpp:b', 'failed'],
    ])
  })
})
