import { describe, expect, it } from 'vitest'
import { defineProvider, type ProviderSpec, type StatusRow } from '../../../src/providers/index.ts'
import * as messenteCodes from '../../../src/providers/messente/codes.ts'
import * as messenteShape from '../../../src/providers/messente/shape.ts'
import * as twilioCodes from '../../../src/providers/twilio/codes.ts'
import * as twilioShape from '../../../src/providers/twilio/shape.ts'
import * as vonageShape from '../../../src/providers/vonage/shape.ts'

const spec = {
  name: 'acme',
  shapes: [{ id: 'id', status: 'status' }],
  statuses: { ok: 'delivered' },
} satisfies ProviderSpec
const [shape] = spec.shapes
const withShape = (more: object) => ({ ...spec, shapes: [{ ...shape, ...more }] })

describe('defineProvider', () => {
  it('makes a provider that reads', () => {
    const acme = defineProvider(spec)
    expect(acme.name).toBe('acme')
    expect(acme.parse({ id: '1', status: 'ok' }).events).toStrictEqual([
      {
        status: 'delivered',
        provider: 'acme',
        providerMessageId: '1',
        source: 'webhook',
        confirmedBy: 'carrier',
      },
    ])
    expect(Object.isFrozen(acme)).toBe(true)
  })

  it('takes a word in other letter case for the same, but an exact one goes first', () => {
    const { parse } = defineProvider({
      ...spec,
      statuses: { D: 'delivered', d: 'unknown', SENT: 'sent', OK: 'sent' },
    })
    const read = (status: string) => parse({ id: '1', status }).events[0]?.status
    expect([read('D'), read('d'), read('sent'), read('Sent'), read('ſent'), read('okay')]).toEqual([
      'delivered',
      'unknown',
      'sent',
      'sent',
      undefined,
      undefined,
    ])
  })

  it.each([
    ['messente', messenteShape, { codes: messenteCodes.codes }],
    ['twilio', twilioShape, twilioCodes],
    ['vonage', vonageShape, {}],
  ])('finds nothing wrong with %s', (name, { shapes }, tables) => {
    expect(() => defineProvider({ name, shapes, ...tables })).not.toThrow()
  })

  it.each([
    ['spec must be an object', undefined],
    ['spec: each key must be one of', { ...spec, status: {} }],
    ['name must be', { ...spec, name: '' }],
    ['name must be', { ...spec, name: undefined }],
    ['shapes must be', { ...spec, shapes: [] }],
    ['shapes must be', { ...spec, shapes: shape }],
    ['shapes[0] must be', { ...spec, shapes: [null] }],
    ['shapes[0]: each key must be one of', withShape({ error: 'x' })],
    ['shapes[0].source must be one of', withShape({ source: 'fax' })],
    ['shapes[0].id must be there', withShape({ id: undefined, recipient: 'to' })],
    ['shapes[0].id must be a path', withShape({ id: null })],
    ['shapes[0].within must be a path', withShape({ within: '' })],
    ['shapes[0].within must be a path', withShape({ within: 'a[].b[]' })],
    ['shapes[0].id must be a path', withShape({ id: 'a[].b', within: 'c[]' })],
    ['shapes[0].permanent must be a path', withShape({ permanent: true })],
    ['shapes[0].each path must be within', withShape({ permanent: 'errors[].permanent' })],
    [
      'shapes[0].time.none must be',
      withShape({ time: { path: 'at', format: 'iso8601', none: /ND/g } }),
    ],
    [
      'shapes[0].time.none must be',
      withShape({ time: { path: 'at', format: 'iso8601', none: ['ND'] } }),
    ],
    ['shapes[0].unlistedCodes must be one of', withShape({ unlistedCodes: 'ignore' })],
    ['unlistedCodes.reason must be one of', { ...spec, unlistedCodes: {} }],
    [
      'statuses.ok.permanent must be',
      { ...spec, statuses: { ok: { status: 'failed', permanent: 1 } } },
    ],
    ['codes.5.confirmedBy must be one of', { ...spec, codes: { 5: { confirmedBy: 'me' } } }],
    [
      'codes.5: each key must be one of',
      { ...spec, codes: { 5: { confirmedBy: 'handset', reason: 'network' } } },
    ],
    ['shapes[0].id must be a path', withShape({ id: 5 })],
    ['shapes[0].status must be a path', withShape({ status: [] })],
    ['shapes[0].status must be a path', withShape({ status: '' })],
    ['shapes[0].status must be a path', withShape({ status: ['a..b'] })],
    ['shapes[0].code must be a path', withShape({ code: '.a' })],
    ['shapes[0].code must be a path', withShape({ code: ['a', 'a[]b'] })],
    ['shapes[0].eventId must be a path', withShape({ eventId: '[].id' })],
    ['shapes[0].reference must be a path', withShape({ reference: null })],
    ['shapes[0].recipient must be a path', withShape({ recipient: 'to.' })],
    ['shapes[0].segment must be', withShape({ segment: 'part' })],
    [
      'shapes[0].segment: each key must be one of',
      withShape({ segment: { index: 'part', counts: 'parts' } }),
    ],
    ['shapes[0].segment.index must be a path', withShape({ segment: { index: '' } })],
    ['shapes[0].time must be', withShape({ time: 'at' })],
    [
      'shapes[0].time: each key must be one of',
      withShape({ time: { path: 'at', format: 'iso8601', zone: 'UTC' } }),
    ],
    ['shapes[0].time.format must be one of', withShape({ time: { path: 'at', format: 'HH:mm' } })],
    [
      'shapes[0].time.format must be one of',
      withShape({ time: [{ path: 'at', format: 'toString' }] }),
    ],
    ['shapes[0].time.path must be a path', withShape({ time: { format: 'iso8601' } })],
    [
      'shapes[0].time.timeZone must be',
      withShape({ time: { path: 'at', format: 'iso8601', timeZone: 'Mars/Olympus' } }),
    ],
    ['shapes[0].when must be', withShape({ when: 'x' })],
    ['shapes[0].when.kind must be', withShape({ when: { kind: 5 } })],
    ['shapes[0].when.kind must be', withShape({ when: { kind: true } })],
    ['shapes[0].status must be a path', withShape({ status: 'a[].b[].c' })],
    ['shapes[0].intermediate.kind must be', withShape({ intermediate: { kind: false } })],
    ['shapes[0].toFields must be a function', withShape({ toFields: 'id status' })],
    ['shapes[0].inbound.kind must be', withShape({ inbound: { kind: /x/g } })],
    ['shapes[0].inbound must be a path', withShape({ inbound: { '': 'in' } })],
    ['shapes[0].each path must be within', withShape({ code: 'errors[].code' })],
    ['shapes[0].each path must be within', withShape({ id: 'a[].id', status: 'b[].status' })],
    ['shapes[0].each path must be within', withShape({ id: 'ab[].id', code: 'a[].code' })],
    ['statuses must be', { ...spec, statuses: null }],
    ['shapes[0].statuses must be an object, got undefined', { ...spec, statuses: undefined }],
    [
      'shapes[1].statuses must be an object, got undefined',
      { name: 'acme', shapes: [{ ...shape, statuses: {} }, shape] },
    ],
    ['shapes[0].statuses must be', withShape({ statuses: 'ok' })],
    ['shapes[0].statuses.ok must be one of', withShape({ statuses: { ok: 'done' } })],
    ['shapes[0].codes must be', withShape({ codes: null })],
    ['shapes[0].codes.5 must be one of', withShape({ codes: { 5: 'bad' } })],
    ['statuses.ok must be one of', { ...spec, statuses: { ok: 'done' } }],
    ['statuses.ok must be', { ...spec, statuses: { ok: null } }],
    ['statuses.ok.status must be one of', { ...spec, statuses: { ok: { status: 'inbound' } } }],
    [
      'statuses.ok.confirmedBy must be one of',
      { ...spec, statuses: { ok: { status: 'sent', confirmedBy: 'me' } } },
    ],
    [
      'statuses.ok.reason must be one of',
      { ...spec, statuses: { ok: { status: 'sent', reason: 'bad' } } },
    ],
    [
      'statuses.ok.read must be true, with the status delivered',
      { ...spec, statuses: { ok: { status: 'sent', read: true } } },
    ],
    [
      'statuses.ok.read must be true',
      { ...spec, statuses: { ok: { status: 'delivered', read: false } } },
    ],
    [
      'statuses.ok.ignoresCode must be',
      { ...spec, statuses: { ok: { status: 'failed', ignoresCode: 'yes' } } },
    ],
    [
      'statuses.ok: each key must be one of',
      { ...spec, statuses: { ok: { status: 'sent', final: true } } },
    ],
    ['codes must be', { ...spec, codes: null }],
    ['codes.5 must be one of', { ...spec, codes: { 5: 'bad' } }],
    ['codes.5 must be', { ...spec, codes: { 5: undefined } }],
    ['codes.5.reason must be one of', { ...spec, codes: { 5: {} } }],
    [
      'codes.5.status must be one of',
      { ...spec, codes: { 5: { reason: 'network', status: 'gone' } } },
    ],
    [
      'codes.5.permanent must be',
      { ...spec, codes: { 5: { reason: 'network', permanent: 'yes' } } },
    ],
    ['codes.5.warning must be', { ...spec, codes: { 5: { reason: 'network', warning: 1 } } }],
    [
      'codes.5: each key must be one of',
      { ...spec, codes: { 5: { reason: 'network', final: true } } },
    ],
  ])('%s', (message, wrong) => {
    expect(() => defineProvider(wrong as never)).toThrow(TypeError)
    expect(() => defineProvider(wrong as never)).toThrow(
      `sms-delivery-state: defineProvider: ${message}`,
    )
  })

  it('is held to our words by the compiler', () => {
    // @ts-expect-error: not one of our statuses
    const row: StatusRow = 'deliverd'
    expect(() => defineProvider({ ...spec, statuses: { ok: row } })).toThrow(TypeError)
    // @ts-expect-error: not one of our reasons
    expect(() => defineProvider({ ...spec, codes: { 5: 'invalid' } })).toThrow(TypeError)
    // @ts-expect-error: not a time format
    expect(() => defineProvider(withTime({ path: 'at', format: 'unix' }))).toThrow(TypeError)
  })
})

const withTime = (time: NonNullable<ProviderSpec['shapes'][number]['time']>): ProviderSpec => ({
  ...spec,
  shapes: [{ id: 'id', status: 'status', time }],
})
