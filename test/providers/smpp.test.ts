import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyProvider, defineProvider, detect, smpp } from '../../src/providers/index.ts'
import { codes, statuses } from '../../src/providers/smpp/codes.ts'
import { shapes } from '../../src/providers/smpp/shape.ts'
import type { Status } from '../../src/event/status.ts'
import { contract } from './contract.ts'
import { factsOf, holdToFacts } from './facts.ts'

/** A receipt's text, of the fields that hold text, with the message's own text behind them. */
const line = (fields: object): string =>
  [...Object.entries(fields), ['text', 'Your code is 123456']]
    .flatMap(([key, value]) => (typeof value === 'string' ? [`${key}:${value}`] : []))
    .join(' ')

const fields = {
  id: '59113978',
  sub: '001',
  dlvrd: '001',
  'submit date': '2601151030',
  'done date': '2601151031',
  stat: 'DELIVRD',
  err: '000',
}
const pdu = {
  command: 'deliver_sm',
  source_addr: '15550100123',
  destination_addr: '15550100900',
  esm_class: 4,
  short_message: line(fields),
}
const wrongDates = ['2613151031', '2602301031', '260115103', 'soon']

const states: Readonly<Record<string, Status>> = {
  0: 'queued',
  1: 'sent',
  2: 'delivered',
  3: 'expired',
  4: 'undelivered',
  5: 'undelivered',
  6: 'accepted',
  7: 'unknown',
  8: 'failed',
  9: 'failed',
}

contract({
  provider: smpp,
  words: {
    SCHEDULED: 'queued',
    SCHEDLD: 'queued',
    STAGED: 'queued',
    BUFFRED: 'queued',
    BUFFERD: 'queued',
    ACCEPTD: 'accepted',
    ACCEPTED: 'accepted',
    ENROUTE: 'sent',
    ACKED: 'sent',
    SUBMITD: 'sent',
    UNKNOWN: 'unknown',
    BADSTAT: 'unknown',
    EXPIRED: 'expired',
    REJECTD: 'failed',
    REJECTED: 'failed',
    NACK: 'failed',
    SKIPPED: 'failed',
    DND_REJECTED: 'failed',
    BLIST: 'failed',
    CANCELLED: 'failed',
    NOROUTE: 'failed',
    SYSERR: 'failed',
    DELETED: 'undelivered',
    UNDELIV: 'undelivered',
    UNDELIVERABLE: 'undelivered',
    FAILED: 'undelivered',
    DELIVRD: 'delivered',
    DELIVERD: 'delivered',
    DELIVERED: 'delivered',
    0: 'delivered',
  },
  shapes: [
    {
      name: 'the text of a receipt',
      receipt: fields,
      write: line,
      id: ['id'],
      status: ['stat'],
      optional: [{ path: ['done date'], wrong: wrongDates }],
    },
    {
      name: 'a PDU with a text',
      receipt: {
        ...pdu,
        short_message: { ...fields, id: undefined },
        receipted_message_id: '38601fa',
      },
      write: (receipt) =>
        'short_message' in receipt
          ? { ...receipt, short_message: line(Object(receipt.short_message) as object) }
          : receipt,
      id: ['receipted_message_id'],
      status: ['short_message', 'stat'],
      missingStatus: ['message_state'],
      optional: [
        { path: ['short_message', 'done date'], wrong: wrongDates },
        {
          path: ['network_error_code'],
          wrong: [true, 1.5, {}, new Uint8Array(2), new Uint8Array(4)],
        },
      ],
    },
    {
      name: 'a PDU with TLVs alone',
      receipt: {
        ...pdu,
        short_message: '',
        receipted_message_id: '38601fa',
        message_state: 5,
        network_error_code: '03001b',
      },
      words: states,
      id: ['receipted_message_id'],
      status: ['message_state'],
      optional: [{ path: ['network_error_code'], wrong: [true, 1.5, {}, [], new Uint8Array(2)] }],
    },
  ],
})

/** Of three octets: the type of network, and the code. */
const networkError = (code: string): string | undefined => {
  const [, gsm, other] = /^(?:gsm:(\d+)|nec:0x([\da-f]+))$/.exec(code) ?? []
  const number = gsm === undefined ? other : Number(gsm).toString(16)
  return number && `03${number.padStart(4, '0')}`
}

holdToFacts(smpp, 'smpp', {
  receipt: (word, code = '') => ({
    ...pdu,
    short_message: /^message_state/.test(word) ? 'id:1' : line({ id: '1', stat: word }),
    message_state: word.split('=')[1],
    network_error_code: networkError(code),
  }),
  failing: 'UNDELIV',
  // What `err` means at one SMSC or another is for its own table to say.
  except: Object.keys(factsOf('smpp').errors).filter((code) => networkError(code) === undefined),
})

const one = (receipt: unknown) => {
  const { events, issues } = smpp.parse(receipt)
  expect(issues).toEqual([])
  expect(events).toHaveLength(1)
  return events[0]
}
const octets = (...bytes: number[]) => Uint8Array.from(bytes)
const bytes = (text: string) => new TextEncoder().encode(text)

it('is a provider that anybody could define', () => {
  expect(defineProvider({ name: 'smpp', shapes, statuses, codes }).parse(pdu)).toStrictEqual(
    smpp.parse(pdu),
  )
})

describe('the text of a receipt', () => {
  it('is not read where the message itself begins, and nothing of that gets into events', () => {
    const fooling = 'id:1 done date:2601151031 stat:UNDELIV err:27 text:stat:DELIVRD id:2 err:000'
    for (const receipt of [
      fooling,
      { ...pdu, short_message: fooling },
      { ...pdu, short_message: { message: fooling } },
    ]) {
      const event = one(receipt)
      expect(event).toMatchObject({
        status: 'undelivered',
        providerMessageId: '1',
        failure: { code: '27' },
      })
      expect(JSON.stringify(event)).not.toMatch(/DELIVRD|text/)
    }
    const secret = smpp.parse({
      ...pdu,
      short_message: 'id:1 stat:GONE done date:soon text:Your code is 123456',
    })
    expect(JSON.stringify(secret)).not.toContain('123456')
  })

  it.each([
    ['done date:2601151031 stat:DELIVRD err:000 id:59113978', 'delivered'],
    ['id:59113978 stat:EXPIRED', 'expired'],
    ['stat:enroute id:59113978', 'sent'],
    ['ID:59113978 Submit Date:2601151030 Done Date:0000000000 Stat:Rejectd Err:0 Text:', 'failed'],
    ['id:59113978 stat:0', 'delivered'],
    ['id:59113978\r\nstat:UNKNOWN', 'unknown'],
    ['submit_date:2601151030 done_date:2601151031 stat: DELIVRD id: 59113978', 'delivered'],
    ['Shop^id:59113978 stat:DELIVRD', 'delivered'],
  ])('may be as short and as strange as %j', (text, status) => {
    for (const receipt of [text, bytes(text), { ...pdu, short_message: text }]) {
      expect(one(receipt)).toMatchObject({ status, providerMessageId: '59113978' })
    }
  })

  it.each([
    ['BLIST', 'opted-out'],
    ['DND_REJECTED', 'opted-out'],
    ['CANCELLED', 'canceled'],
    ['NOROUTE', 'unreachable'],
    ['SYSERR', 'network'],
    ['REJECTD', 'unknown'],
  ])('says with stat:%s why: %s', (stat, reason) =>
    expect(one(line({ id: '1', stat }))?.failure).toStrictEqual({ reason }),
  )

  it('may hold the state alone, and the id stand elsewhere', () => {
    const state = one({ ...pdu, short_message: 'stat:DELIVRD', receipted_message_id: '38601fa' })
    expect(state).toMatchObject({ status: 'delivered', providerMessageId: '38601fa' })
    expect(smpp.parse('stat:DELIVRD').issues).toMatchObject([{ code: 'invalid', path: ['id'] }])
  })

  it('does not choose between two ids or states', () => {
    expect(smpp.parse('id:1 stat:DELIVRD stat:UNDELIV')).toMatchObject({
      events: [],
      issues: [{ code: 'invalid', path: ['stat'], received: ['DELIVRD', 'UNDELIV'] }],
    })
  })

  it.each(['1', '2', 'DELIVERE', 'ENROUT'])('reads no meaning into stat:%s', (stat) => {
    expect(smpp.parse({ ...pdu, short_message: line({ ...fields, stat }) })).toMatchObject({
      events: [],
      issues: [{ code: 'unrecognized-status', path: ['short_message', 'stat'], received: stat }],
    })
  })

  it.each([
    ['2601151031', '2026-01-15T10:31:00.000Z'],
    ['141023215253', '2014-10-23T21:52:53.000Z'],
    ['201506201641', '2015-06-20T16:41:00.000Z'],
    ['20260115103105', '2026-01-15T10:31:05.000Z'],
  ])('gives done date:%s, in UTC by default', (date, expected) => {
    const receipt = { ...pdu, short_message: line({ ...fields, 'done date': date }) }
    const at = (timeZone?: string) => smpp.parse(receipt, { timeZone }).events[0]?.occurredAt ?? NaN
    expect(new Date(at()).toISOString()).toBe(expected)
    expect(at('+02:00')).toBe(at() - 7_200_000)
  })

  it.each(['0000000000', '000000000000', '000000000000000+', '0000-00-00 00:00:00', ''])(
    'takes done date:%s for none',
    (date) => {
      expect(one(line({ ...fields, 'done date': date }))).not.toHaveProperty('occurredAt')
    },
  )
})

describe('a PDU', () => {
  const text = line(fields)

  it.each([
    ['text', { short_message: text }],
    ['bytes', { short_message: bytes(text) }],
    ['a message', { short_message: { message: text } }],
    ['a message in bytes', { short_message: { message: bytes(text) } }],
    ['bytes in JSON', { short_message: { type: 'Buffer', data: [...bytes(text)] } }],
    ['a payload', { short_message: '', message_payload: text }],
    [
      'a payload beside an empty message',
      { short_message: { message: '' }, message_payload: { message: text } },
    ],
    [
      'the payload of a data_sm',
      { command: 'data_sm', short_message: undefined, message_payload: bytes(text) },
    ],
    ['a payload among TLVs', { short_message: '', tlvs: { message_payload: text } }],
    ['UTF-16', { short_message: bytes(text.replaceAll(/./g, '\0$&')) }],
  ])('may carry its text as %s', (_, carried) =>
    expect(one({ ...pdu, ...carried })).toStrictEqual(one(text)),
  )

  it('has the id of the TLV, else of the text', () => {
    expect(one({ ...pdu, receipted_message_id: '38601fa' })?.providerMessageId).toBe('38601fa')
    expect(one({ ...pdu, tlvs: { receipted_message_id: '38601fa' } })?.providerMessageId).toBe(
      '38601fa',
    )
    expect(one(pdu)?.providerMessageId).toBe('59113978')
  })

  it('keeps ids as they came', () => {
    for (const id of [
      '0012345678',
      '00BC614E',
      'bc614e',
      'A3F0C1D2-5b6e-4f70-8a91-b2c3d4e5f601',
      'x'.repeat(64),
    ]) {
      expect(one({ ...pdu, short_message: line({ ...fields, id }) })?.providerMessageId).toBe(id)
    }
  })

  it('has the state of message_state, else of the text', () => {
    expect(one({ ...pdu, message_state: 5 })?.status).toBe('undelivered')
    expect(one({ ...pdu, short_message: 'id:1 stat:BADSTAT', message_state: 2 })?.status).toBe(
      'delivered',
    )
    expect(one({ ...pdu, short_message: 'id:1', message_state: 5 })?.status).toBe('undelivered')
    expect(
      one({ ...pdu, short_message: '362d9701 2', receipted_message_id: '1', message_state: '2' })
        ?.status,
    ).toBe('delivered')
  })

  it.each(Object.entries(states))('with message_state %s is %s', (state, status) => {
    for (const message_state of [state, Number(state)])
      expect(
        one({ ...pdu, short_message: '', tlvs: { receipted_message_id: '1', message_state } })
          ?.status,
      ).toBe(status)
  })

  it('has its id without the NUL that ends it', () => {
    for (const receipted_message_id of ['bc614e\0', bytes('bc614e\0'), bytes('bc614e')])
      expect(one({ ...pdu, receipted_message_id })?.providerMessageId).toBe('bc614e')
  })

  it('with a message_state that there is not is an issue', () => {
    expect(
      smpp.parse({
        ...pdu,
        short_message: '',
        tlvs: { receipted_message_id: '1', message_state: 10 },
      }).issues,
    ).toMatchObject([
      { code: 'unrecognized-status', path: ['tlvs', 'message_state'], received: 10 },
    ])
    for (const message_state of ['', 'length', 'constructor', true, [2]])
      expect(
        smpp.parse({ ...pdu, short_message: 'id:1', message_state }).events,
        String(message_state),
      ).toEqual([])
  })

  it('with a message_state that there is not still says what its text says', () => {
    expect(smpp.parse({ ...pdu, message_state: 10 })).toMatchObject({
      events: [{ status: 'delivered' }],
      issues: [{ code: 'unrecognized-status', path: ['message_state'], received: 10 }],
    })
  })
})

describe('esm_class', () => {
  const tlvs = { receipted_message_id: '1', message_state: 2 }

  it.each([0x04, 0x08, 0x44, 0xc4, 0x07, '4'])('%s marks a receipt', (esm_class) => {
    expect(one({ esm_class, short_message: 'id:1 stat:DELIVRD' })?.status).toBe('delivered')
    expect(one({ esm_class, tlvs })?.status).toBe('delivered')
  })

  it.each([0x00, 0x10, 0x18, 0x40, 0xc3, null, 'x', {}])(
    '%j does not: a message that came in is no receipt',
    (esm_class) => {
      for (const short_message of [
        'Hello',
        'id:1 stat:DELIVRD',
        'My receipt said id:1 stat:DELIVRD',
        { message: 'STOP' },
        '',
      ]) {
        const inbound = { ...pdu, esm_class, short_message }
        expect(smpp.parse(inbound)).toMatchObject({
          events: [],
          issues: [{ code: 'not-a-receipt', received: inbound }],
        })
        expect(detect(inbound)).toBeUndefined()
      }
    },
  )

  it.each([0x00, 0x10, 0x40])(
    '%s does not, yet what is a receipt beyond doubt is read',
    (esm_class) => {
      expect(
        one({ esm_class, short_message: 'id:1 done date:0000000000 stat:DELIVRD' })?.status,
      ).toBe('delivered')
      expect(one({ esm_class, message_payload: line(fields) })?.status).toBe('delivered')
      expect(one({ esm_class, short_message: '', ...tlvs })?.status).toBe('delivered')
      expect(one({ esm_class, short_message: '', tlvs })?.status).toBe('delivered')
    },
  )

  it.each([
    ['DELIVRD', 2, { status: 'sent' }],
    [
      'UNDELIV',
      5,
      { status: 'sent', failure: { reason: 'unreachable', code: 'gsm:6', permanent: false } },
    ],
    [
      'EXPIRED',
      3,
      { status: 'sent', failure: { reason: 'unreachable', code: 'gsm:6', permanent: false } },
    ],
    [
      'ENROUTE',
      1,
      { status: 'sent', failure: { reason: 'unreachable', code: 'gsm:6', permanent: false } },
    ],
    [
      'ACCEPTD',
      6,
      { status: 'accepted', failure: { reason: 'unreachable', code: 'gsm:6', permanent: false } },
    ],
  ])('0x20 marks one that is not final: %s', (stat, message_state, expected) => {
    const network_error_code = octets(3, 0, 6)
    const common = { provider: 'smpp', providerMessageId: '1', source: 'smpp' }
    for (const esm_class of [0x20, 0x60]) {
      expect(
        one({
          esm_class,
          short_message: { message: `id:1 stat:${stat} err:000` },
          network_error_code,
        }),
      ).toStrictEqual({
        ...common,
        ...expected,
      })
      expect(
        one({ esm_class, tlvs: { receipted_message_id: '1', message_state, network_error_code } }),
      ).toStrictEqual({
        ...common,
        ...expected,
      })
    }
  })
})

describe('the code', () => {
  const failure = (err: string | undefined, network_error_code?: unknown, stat = 'UNDELIV') =>
    one({ ...pdu, short_message: line({ id: '1', stat, err }), network_error_code })?.failure

  it.each(Object.entries(codes).filter(([code]) => /^gsm:/.test(code)))(
    '%s gives its reason',
    (code, row) => {
      const number = Number(code.slice(4))
      expect(failure(undefined, octets(3, 0, number))).toStrictEqual({
        ...(typeof row === 'string' ? { reason: row } : row),
        code,
      })
      expect(failure('77', octets(3, 0, number))).toMatchObject({ code: '77' })
      expect(failure(undefined, octets(2, 0, number))).toStrictEqual({
        reason: 'unknown',
        code: `network 2:${number}`,
      })
    },
  )

  it.each([
    [1, 'invalid-destination'],
    [5, 'invalid-destination'],
    [6, 'unreachable'],
    [8, 'unreachable'],
    [9, 'carrier-rejected'],
    [11, 'landline-unsupported'],
    [12, 'carrier-rejected'],
    [13, 'unreachable'],
    [21, 'landline-unsupported'],
    [27, 'unreachable'],
    [31, 'unreachable'],
    [32, 'unreachable'],
    [34, 'network'],
    [35, 'unknown'],
    [36, 'unknown'],
    [0x401, 'invalid-destination'],
    [0x402, 'unreachable'],
    [0x403, 'landline-unsupported'],
    [0x404, 'unreachable'],
    [0x405, 'unreachable'],
    [0x406, 'opted-out'],
    [0x407, 'content-blocked'],
    [0x408, 'account'],
    [0x409, 'unknown'],
  ])('%i of GSM is %s', (number, reason) => {
    const code = octets(3, number >> 8, number & 0xff)
    expect(failure(undefined, code)?.reason).toBe(reason)
    expect(failure('27', code)).toMatchObject({ reason, code: '27' })
  })

  it.each([
    ['octets', octets(3, 0, 27)],
    ['hex text', '03001b'],
    ['octets in JSON', { type: 'Buffer', data: [3, 0, 27] }],
  ])('comes as %s', (_, code) =>
    expect(failure(undefined, code)).toStrictEqual({
      reason: 'unreachable',
      code: 'gsm:27',
      permanent: false,
    }),
  )

  it('may be three digits, whose meaning is the SMSC’s own', () => {
    for (const code of [bytes('027'), '027', '303237'])
      expect(failure(undefined, code)).toStrictEqual({ reason: 'unknown', code: '027' })
    for (const none of [bytes('000'), '000'])
      expect(failure(undefined, none, 'ENROUTE')).toBeUndefined()
  })

  it.each(['27', '21b', '0027', 'EC_27', '8'])(
    'err:%s of some SMSC is kept, and nobody guesses at the reason',
    (err) => {
      expect(failure(err)).toStrictEqual({ reason: 'unknown', code: err })
      expect(failure(err, undefined, 'ENROUTE')).toStrictEqual({ reason: 'unknown', code: err })
      expect(failure(err, undefined, 'DELIVRD')).toBeUndefined()
    },
  )

  it.each(['0', '00', '000', '0000', 'null', '...', ''])(
    'err:%s says that nothing has failed',
    (err) => {
      expect(failure(err, undefined, 'ENROUTE')).toBeUndefined()
      expect(failure(err, octets(3, 0, 0), 'ENROUTE')).toBeUndefined()
      expect(failure(err, octets(3, 0, 27))).toStrictEqual({
        reason: 'unreachable',
        code: 'gsm:27',
        permanent: false,
      })
    },
  )
})

describe('the part that a receipt is about', () => {
  const short_message = { message: line(fields) }
  const segment = (more: object) => {
    const { events, issues } = smpp.parse({ ...pdu, ...more })
    return [events.map((event) => event.segment), issues.map(({ path }) => path?.join('.'))]
  }
  const raw = (...header: number[]) => Uint8Array.from([...header, ...bytes(line(fields))])

  it.each([
    [
      'a reference of one byte',
      { short_message: { ...short_message, udh: [octets(0, 3, 204, 3, 2)] } },
    ],
    [
      'a reference of two bytes',
      { short_message: { ...short_message, udh: [octets(8, 4, 0, 204, 3, 2)] } },
    ],
    [
      'another element before it',
      {
        short_message: {
          ...short_message,
          udh: [octets(5, 4, 1, 2, 3, 4), octets(0, 3, 204, 3, 2)],
        },
      },
    ],
    [
      'a header with its length',
      { short_message: { ...short_message, udh: octets(5, 0, 3, 204, 3, 2) } },
    ],
    ['a header in hex', { short_message: { ...short_message, udh: '050003cc0302' } }],
    [
      'a header in JSON',
      { short_message: { ...short_message, udh: [{ type: 'Buffer', data: [0, 3, 204, 3, 2] }] } },
    ],
    ['bytes that begin with it', { esm_class: 0x44, short_message: raw(5, 0, 3, 204, 3, 2) }],
    [
      'a payload',
      { short_message: '', message_payload: { ...short_message, udh: [octets(0, 3, 204, 3, 2)] } },
    ],
    ['TLVs', { sar_msg_ref_num: 204, sar_total_segments: 3, sar_segment_seqnum: 2 }],
    ['TLVs apart', { tlvs: { sar_total_segments: 3, sar_segment_seqnum: 2 } }],
  ])('is named by %s', (_, more) => expect(segment(more)).toEqual([[{ index: 2, count: 3 }], []]))

  it('is none where no header says so', () => {
    for (const udh of [[], [octets(5, 4, 1, 2, 3, 4)], octets(0), octets(), undefined, 'zz', 5]) {
      expect(segment({ short_message: { ...short_message, udh } })).toEqual([[undefined], []])
    }
  })

  it.each([
    ['part 4 of 3', octets(0, 3, 204, 3, 4)],
    ['part 0', octets(0, 3, 204, 3, 0)],
    ['a header that is cut short', octets(0, 3, 204, 3)],
    ['an element of the wrong length', octets(0, 4, 204, 3, 2, 1)],
    ['a long element of the wrong length', octets(8, 3, 204, 3, 2)],
    ['nothing behind its length', octets(0, 3)],
  ])('is none where it is %s', (_, element) =>
    expect(segment({ short_message: { ...short_message, udh: [element] } })).toEqual([
      [undefined],
      [],
    ]),
  )

  it.each([
    { sar_total_segments: 3 },
    { sar_segment_seqnum: 3 },
    { sar_total_segments: 0, sar_segment_seqnum: 0 },
    { sar_total_segments: 3, sar_segment_seqnum: 4 },
    { sar_total_segments: 300, sar_segment_seqnum: 2 },
    { sar_total_segments: 'many', sar_segment_seqnum: [] },
  ])('is none where TLVs say %j', (tlvs) => {
    expect(segment(tlvs)).toEqual([[undefined], []])
    expect(segment({ tlvs })).toEqual([[undefined], []])
  })
})

describe('what comes from a phone or a stranger', () => {
  it('makes smpp throw no error', () => {
    const key = fc.constantFrom(
      'esm_class',
      'tlvs',
      'short_message',
      'message_payload',
      'message',
      'udh',
      'type',
      'data',
      'network_error_code',
    )
    const value = fc.anything({
      key,
      values: [
        fc.constantFrom('Buffer', 0x44, line(fields), '03001b'),
        fc.uint8Array(),
        fc.bigInt(),
        fc.string(),
      ],
    })
    fc.assert(
      fc.property(
        fc.dictionary(key, value),
        (receipt) => void smpp.parse({ esm_class: 0x44, ...receipt }),
      ),
      { numRuns: 2000 },
    )
  })

  it('costs what it holds', () => {
    const data: number[] = []
    data[4_294_967_294] = 1
    for (const hostile of [
      { type: 'Buffer', data },
      'id:1 '.repeat(500_000),
      '00'.repeat(1_000_000),
      { udh: data, message: 'x' },
    ]) {
      for (const name of ['short_message', 'network_error_code', 'receipted_message_id']) {
        expect(() => smpp.parse({ esm_class: 4, [name]: hostile })).not.toThrow()
      }
    }
  })

  it.each([
    'id=1&stat=DELIVRD',
    'Your id:1 stat:DELIVRD',
    '{"id":"1","stat":"DELIVRD"}',
    { id: '1', stat: 'DELIVRD' },
    { short_message: 'id:1 stat:DELIVRD' },
  ])('is not taken for a receipt: %j', (receipt) => {
    expect(detect(receipt)).toBeUndefined()
    expect(smpp.parse(receipt)).toMatchObject({ events: [], issues: [{ code: 'not-a-receipt' }] })
    expect(anyProvider.parse(receipt)).toMatchObject({
      events: [],
      issues: [{ code: 'undetected-provider' }],
    })
  })
})
