/**
 * github farhadi/node-smpp lib/defs.js, lib/pdu.js (what a received PDU looks like)
 * github pruiz/kannel gw/smsc/smsc_smpp.c (esm_class, digits in network_error_code)
 */
import { ownProperty } from '../../reader/reading.ts'
import { readReceiptText, startsAsReceipt } from '../../reader/receipt-text.ts'
import type { ShapeSpec, TextField, TimeField } from '../../reader/spec.ts'
import { isBytes, utf8 } from '../../reader/utf8.ts'
import { STATES } from './codes.ts'

/** A TLV stands beside the mandatory fields, or apart from them. */
const tlv = (name: string) => [name, `tlvs.${name}`]
/** A field of the text, which stands in one of two places. */
const inText = (name: string) =>
  ['short_message', ...tlv('message_payload')].map((text) => `${text}.${name}`)

/** A date of zeros is none. */
const doneAt = (path: TextField): TimeField => ({
  path,
  format: 'smpp-date',
  none: /^[0 :.+TZ-]+$/,
})

/** The text of a receipt alone. */
const text = (): ShapeSpec => ({
  source: 'smpp',
  toFields: layOutReceipt,
  id: 'id',
  status: 'stat',
  code: 'err',
  time: doneAt('done date'),
})

/** A `deliver_sm` or `data_sm`. */
const pdu = (): ShapeSpec => ({
  source: 'smpp',
  toFields: layOutReceipt,
  intermediate: { esm_class: 'intermediate' },
  id: [...tlv('receipted_message_id'), ...inText('id')],
  status: [...tlv('message_state'), ...inText('stat')],
  code: [...inText('err'), ...tlv('network_error_code')],
  time: doneAt(inText('done date')),
  segment: {
    index: [...inText('udh.index'), ...tlv('sar.index')],
    count: [...inText('udh.count'), ...tlv('sar.count')],
  },
})

export const shapes: readonly ShapeSpec[] = [/* @__PURE__ */ text(), /* @__PURE__ */ pdu()]

const DELIVERY = 'delivery'
/**
 * What bits 2 to 5 of `esm_class` say: a receipt of the SMSC, one of the phone, or one that is not
 * the last.
 */
const KINDS: Readonly<Record<number, string>> = {
  0x04: DELIVERY,
  0x08: DELIVERY,
  0x20: 'intermediate',
}
const HAS_HEADER = 0x40
/** No receipt is without one of these; what has none is another provider's. */
const MARKS = ['esm_class', 'short_message', 'message_payload', 'receipted_message_id', 'tlvs']

/** What can be read of a receipt under the names that it has there, with numbers as words. */
function layOutReceipt(received: unknown): unknown {
  if (typeof received === 'string')
    return startsAsReceipt(received) ? readReceiptText(received) : undefined
  if (MARKS.every((name) => at(received, name) === undefined)) return undefined
  const bits = Number(at(received, 'esm_class'))
  const fields: Layout = layOutFields(received, bits)
  const apart = at(received, 'tlvs')
  const tlvs = isEmpty(apart) ? undefined : layOutFields(apart, bits)
  const kind =
    KINDS[bits & 0x3c] ??
    (isBeyondDoubt(fields) || (tlvs && isBeyondDoubt(tlvs)) ? DELIVERY : undefined)
  if (kind === undefined) return undefined
  fields.tlvs = tlvs
  fields.esm_class = kind
  return fields
}

/** No TLVs are `{}` in JSON, mostly. */
const isEmpty = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || Object.keys(value).length === 0

type Fields = ReturnType<typeof layOutFields>

interface Layout extends Fields {
  tlvs?: Fields | undefined
  esm_class?: string
}

function layOutFields(fields: unknown, bits: number) {
  return {
    receipted_message_id: cText(at(fields, 'receipted_message_id')),
    message_state: stateOf(at(fields, 'message_state')),
    network_error_code: networkCode(at(fields, 'network_error_code')),
    sar: partOf(Number(at(fields, 'sar_segment_seqnum')), Number(at(fields, 'sar_total_segments'))),
    short_message: layOutMessage(at(fields, 'short_message'), bits),
    message_payload: layOutMessage(at(fields, 'message_payload'), bits),
  }
}

/** Text or bytes, with or without the NUL that ends them. */
function cText(value: unknown): unknown {
  const text = decoded(value)
  return typeof text === 'string' ? text.replaceAll('\0', '') : text
}

const stateOf = (value: unknown): unknown =>
  typeof value === 'number' || typeof value === 'string'
    ? (ownProperty(STATES, value) ?? value)
    : value

/**
 * Whether it is a receipt though `esm_class` does not say so, as with some SMSCs. Nobody can type a
 * TLV on a phone; a text must have the id, the date and the state.
 */
const isBeyondDoubt = ({ receipted_message_id, short_message, message_payload }: Fields) =>
  Boolean(receipted_message_id) ||
  [short_message, message_payload].some((text) =>
    ['id', 'done date', 'stat'].every((key) => at(text, key) !== undefined),
  )

/** Text, bytes, or `{ message, udh }`, where the header was taken off already. */
function layOutMessage(value: unknown, bits: number): object | undefined {
  const bytes = bytesOf(value)
  const start = bytes && bits & HAS_HEADER ? 1 + (bytes[0] ?? 0) : 0
  const message = bytes?.subarray(start) ?? at(value, 'message') ?? value
  const written = decoded(message)
  const header = start > 0 ? bytes?.subarray(1, start) : headerOf(at(value, 'udh'))
  if (typeof written !== 'string') return undefined
  const fields = readReceiptText(written)
  return header ? { ...fields, udh: partIn(header) } : fields
}

/** The elements of a header, whether it is whole, with its length in front, or a list of them. */
const headerOf = (udh: unknown): Uint8Array | undefined =>
  Array.isArray(udh)
    ? Uint8Array.from(udh.slice(0, 255).flatMap((element) => [...(octetsOf(element) ?? [])]))
    : octetsOf(udh)?.subarray(1)

/**
 * Which part of how many. Numbers that can't be are to be ignored (3GPP TS 23.040, 9.2.3.24.1; SMPP
 * 3.4, 5.3.2.22 to 24).
 */
const partOf = (index: number, count: number) =>
  index > 0 && index <= count && count <= 255 ? { index, count } : undefined

/**
 * The element that says it, with a reference of one byte (00 03) or two (08 04) before the numbers.
 */
function partIn(header: Uint8Array): ReturnType<typeof partOf> {
  for (let start = 0; start < header.length;) {
    const [element, length = 0] = header.subarray(start)
    const end = start + 2 + length
    const expected = element === 0x00 ? 3 : element === 0x08 ? 4 : undefined
    if (expected) {
      const [count = 0, index = 0] = length === expected ? header.subarray(end - 2, end) : []
      return partOf(index, count)
    }
    start = end
  }
  return undefined
}

/**
 * The type of network and two bytes of code; or three digits, from an SMSC that means text. 0 is
 * none.
 */
function networkCode(value: unknown): unknown {
  const octets = octetsOf(value)
  if (octets?.length !== 3) return value
  const [type = 0, high = 0, low = 0] = octets
  if (type >= 0x30) return String.fromCharCode(type, high, low)
  const code = high * 256 + low
  if (code > 255) return `nec:0x${code.toString(16)}`
  return code === 0 ? undefined : type === 3 ? `gsm:${code}` : `network ${type}:${code}`
}

/** Bytes, or their hex digits. */
const octetsOf = (value: unknown): Uint8Array | undefined =>
  typeof value === 'string' && /^(?:[\da-f]{2})+$/i.test(value)
    ? Uint8Array.from(value.match(/../g) ?? [], (digits) => parseInt(digits, 16))
    : bytesOf(value)

/** Bytes as the text that they are; anything else as it is. */
function decoded(value: unknown): unknown {
  const bytes = bytesOf(value)
  return bytes ? utf8(bytes) : value
}

/** Bytes, or what becomes of a Buffer in JSON. No field of a PDU has more than 65535. */
function bytesOf(value: unknown): Uint8Array | undefined {
  if (isBytes(value)) return value
  const data = at(value, 'type') === 'Buffer' ? at(value, 'data') : undefined
  return Array.isArray(data) ? Uint8Array.from(data.slice(0, 65_535)) : undefined
}

const at = (value: unknown, key: string) =>
  typeof value === 'object' && value !== null ? ownProperty(value, key) : undefined
