import { describe, expect, it } from 'vitest'
import { canonical, defineProvider, messente, smpp, twilio } from '../../../src/providers/index.ts'
import { providerOf } from '../../../src/reader/provider-of.ts'
import type { Provider } from '../../../src/receipts/provider.ts'

describe('one of ours, extended', () => {
  const mine = defineProvider({
    extends: smpp,
    name: 'my-smsc',
    statuses: { TELEPORTED: 'delivered', enroute: 'queued' },
    codes: { '003': 'invalid-destination', 'GSM:1': 'account' },
  })
  const read = (provider: Provider, text: string) => provider.parse(text).events[0]

  it('has words and codes more', () => {
    expect(read(mine, 'id:7 stat:TELEPORTED err:000')).toStrictEqual({
      status: 'delivered',
      provider: 'my-smsc',
      providerMessageId: '7',
      source: 'smpp',
      confirmedBy: 'carrier',
    })
    expect(read(mine, 'id:7 stat:UNDELIV err:003')?.failure).toStrictEqual({
      reason: 'invalid-destination',
      code: '003',
    })
    expect(read(mine, 'id:7 stat:DELIVRD err:000')?.status).toBe('delivered')
  })

  it('has them changed, in any letter case', () => {
    expect(read(mine, 'id:7 stat:ENROUTE')?.status).toBe('queued')
    expect(read(mine, 'id:7 stat:UNDELIV err:gsm:1')?.failure?.reason).toBe('account')
  })

  it('keeps what is not changed, in the tables for all shapes and in those of one', () => {
    const base = defineProvider({
      name: 'base',
      statuses: { Bad: 'failed', OK: 'delivered' },
      codes: { E1: 'network', E2: 'account' },
      shapes: [
        { id: 'id', status: 'status', code: 'code' },
        {
          id: 'key',
          status: 'state',
          code: 'code',
          statuses: { No: 'undelivered' },
          codes: { E1: 'throttled', E3: 'unreachable' },
        },
      ],
    })
    const changed = defineProvider({
      extends: base,
      name: 'changed',
      statuses: { bad: 'undelivered' },
      codes: { e1: 'opted-out' },
    })
    const reasonOf = (receipt: object) => {
      const [event] = changed.parse(receipt).events
      return [event?.status, event?.failure?.reason]
    }
    expect(reasonOf({ id: '1', status: 'Bad', code: 'E1' })).toEqual(['undelivered', 'opted-out'])
    expect(reasonOf({ id: '1', status: 'Bad', code: 'E2' })).toEqual(['undelivered', 'account'])
    expect(reasonOf({ id: '1', status: 'OK' })).toEqual(['delivered', undefined])
    expect(reasonOf({ key: '1', state: 'No', code: 'E1' })).toEqual(['undelivered', 'opted-out'])
    expect(reasonOf({ key: '1', state: 'No', code: 'E3' })).toEqual(['undelivered', 'unreachable'])
    expect(reasonOf({ key: '1', state: 'BAD' })).toEqual(['undelivered', 'unknown'])
  })

  it('is not one whose reports are read in a way of their own', () => {
    const shapes = [{ id: 'id', status: 'status' }]
    const own = providerOf({ name: 'own', shapes, statuses: {} }, () => undefined)
    expect(() => defineProvider({ extends: own, name: 'mine' })).toThrow(
      'extends must be a provider',
    )
  })

  it('leaves the one that it extends as it was', () => {
    expect(smpp.parse('id:7 stat:TELEPORTED').issues).toMatchObject([
      { code: 'unrecognized-status' },
    ])
    expect(read(smpp, 'id:7 stat:ENROUTE')?.status).toBe('sent')
  })

  it('can be extended again, and changes every shape', () => {
    const again = defineProvider({ extends: mine, name: 'again', codes: { '003': 'network' } })
    expect(read(again, 'id:7 stat:UNDELIV err:003')).toMatchObject({
      provider: 'again',
      failure: { reason: 'network' },
    })
    const both = defineProvider({ extends: messente, name: 'both', statuses: { LOST: 'unknown' } })
    expect(both.parse('sms_unique_id=1&stat=LOST').events[0]?.status).toBe('unknown')
    expect(
      both.parse({ omnimessage_id: 'o', message_id: '1', status: 'LOST' }).events[0]?.status,
    ).toBe('unknown')
  })

  it.each([
    ['extends must be an object', { extends: undefined, name: 'x' }],
    ['extends must be a provider that this copy', { extends: { ...twilio }, name: 'x' }],
    ['extends must be a provider that this copy', { extends: canonical, name: 'x' }],
    ['name must be', { extends: twilio }],
    ['spec: each key must be', { extends: twilio, name: 'x', shapes: [] }],
    ['statuses.gone must be one of', { extends: twilio, name: 'x', statuses: { gone: 'gone' } }],
    ['codes.5 must be one of', { extends: twilio, name: 'x', codes: { 5: 'gone' } }],
  ])('%s', (message, wrong) => {
    expect(() => defineProvider(wrong as never)).toThrow(
      `sms-delivery-state: defineProvider: ${message}`,
    )
  })
})
