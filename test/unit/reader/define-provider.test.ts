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

  it('names the provider in what it throws', () => {
    const { parse } = defineProvider(spec)
    expect(() => parse({}, { recievedAt: 1 } as never)).toThrow('sms-delivery-state: acme.parse: ')
  })

  it('reads arrays of receipts, and arrays in them, and nothing that is deeper', () => {
    const { parse } = defineProvider(spec)
    const receipt = { id: '1', status: 'ok' }
    expect(parse([[receipt], receipt]).events).toHaveLength(2)
    expect(parse([[[receipt]]])).toMatchObject({
      events: [],
      issues: [{ code: 'not-a-receipt', index: 0, path: [0] }],
    })
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
