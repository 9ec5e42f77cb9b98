import { alert, definePolicy, otp, type Policy, type PolicyChanges } from 'sms-delivery-state'
import { describe, expect, test } from 'vitest'

describe('definePolicy', () => {
  test('lays changes over a base, down to one cell of the advice', () => {
    const mine = definePolicy('mine', otp, {
      window: 600_000,
      advice: { slow: 'poll', failed: { network: 'other-channel' } },
    })
    expect(mine).toStrictEqual({
      ...otp,
      name: 'mine',
      window: 600_000,
      advice: {
        ...otp.advice,
        slow: 'poll',
        failed: { ...otp.advice.failed, network: 'other-channel' },
      },
    })
  })

  test('leaves the base as it was', () => {
    const before = JSON.stringify(otp)
    definePolicy('mine', otp, {
      terminal: ['delivered'],
      advice: { open: 'poll', failed: { unknown: 'stop' } },
    })
    expect(JSON.stringify(otp)).toBe(before)
  })

  test('takes undefined for the base’s, and keeps no key of it', () => {
    const nothing = {
      window: undefined,
      terminal: undefined,
      advice: { open: undefined, failed: { network: undefined } },
    }
    expect(definePolicy('otp', otp, nothing)).toStrictEqual(otp)
    expect(definePolicy('otp', otp, { advice: undefined })).toStrictEqual(otp)
    expect(definePolicy('otp', otp, { advice: { failed: undefined } })).toStrictEqual(otp)
  })

  test('adds sentBlind, keeps it, and takes it away with undefined', () => {
    expect(definePolicy('a', otp, { advice: { sentBlind: 'hold' } }).advice.sentBlind).toBe('hold')
    expect(definePolicy('b', alert, { advice: { open: 'poll' } }).advice.sentBlind).toBe('done')
    const without = definePolicy('c', alert, { advice: { sentBlind: undefined } })
    expect(without.advice).not.toHaveProperty('sentBlind')
    expect(definePolicy('d', without, {}).advice).not.toHaveProperty('sentBlind')
  })

  test('gives what nobody can change, and keeps no list of the caller’s', () => {
    const terminal: Policy['terminal'][number][] = ['delivered']
    const mine = definePolicy('mine', otp, { terminal })
    terminal.push('expired')
    expect(mine.terminal).toEqual(['delivered'])
    for (const part of [mine, mine.terminal, mine.advice, mine.advice.failed])
      expect(Object.isFrozen(part)).toBe(true)
  })

  test.each<[string, string, PolicyChanges, string]>([
    ['name', 'an empty name', {}, '""'],
    ['window', 'no window', { window: 0 }, '0'],
    ['window', 'a negative window', { window: -5 }, '-5'],
    ['window', 'an endless window', { window: Infinity }, 'Infinity'],
    ['window', 'a window that is no number', { window: NaN }, 'NaN'],
    ['slowAfter', 'no slowAfter', { slowAfter: 0 }, '0'],
    ['slowAfter', 'a slowAfter of another type', wrong({ slowAfter: '30' }), '"30"'],
    ['maxAttempts', 'no attempts', { maxAttempts: 0 }, '0'],
    ['maxAttempts', 'half an attempt', { maxAttempts: 1.5 }, '1.5'],
    ['terminal', 'nothing final', { terminal: [] }, 'an array'],
    ['terminal', 'delivered that is not final', { terminal: ['failed'] }, 'an array'],
    ['terminal', 'a terminal status that is open', { terminal: ['delivered', 'sent'] }, '"sent"'],
    [
      'terminal',
      'a terminal word of the provider’s',
      wrong({ terminal: ['delivered', 'DELIVRD'] }),
      '"DELIVRD"',
    ],
    ['terminal', 'terminal that is no list', wrong({ terminal: 'delivered' }), '"delivered"'],
    ['silence', 'silence that proves delivery', wrong({ silence: 'delivered' }), '"delivered"'],
    ['advice.open', 'an unknown action', wrong({ advice: { open: 'panic' } }), '"panic"'],
    [
      'advice.sentBlind',
      'an unknown action once blind',
      wrong({ advice: { sentBlind: 'panic' } }),
      '"panic"',
    ],
    [
      'advice.failed.network',
      'an unknown action for a reason',
      wrong({ advice: { failed: { network: 'retry' } } }),
      '"retry"',
    ],
    [
      'advice.failed',
      'an unknown reason',
      wrong({ advice: { failed: { absent: 'stop' } } }),
      '"absent"',
    ],
    ['advice', 'an unknown cell', wrong({ advice: { late: 'hold' } }), '"late"'],
    ['advice', 'no advice', wrong({ advice: null }), 'null'],
    ['advice.failed', 'no reasons', wrong({ advice: { failed: null } }), 'null'],
    ['changes', 'an unknown field', wrong({ windows: 5 }), '"windows"'],
    ['changes', 'a second name', wrong({ name: 'other' }), '"name"'],
    ['window', 'null for a field', wrong({ window: null }), 'null'],
    ['advice.open', 'null for a cell', wrong({ advice: { open: null } }), 'null'],
  ])('names %s where there is %s', (field, what, changes, got) => {
    const call = () => definePolicy(what === 'an empty name' ? '' : 'mine', otp, changes)
    expect(call).toThrow(TypeError)
    expect(call).toThrow(
      new RegExp(
        `^sms-delivery-state: definePolicy: ${field.replaceAll('.', '\\.')}\\b.* must be .*, got ${got}\\. \\S`,
      ),
    )
  })

  test.each([
    ['name', undefined, otp, {}],
    ['name', null, otp, {}],
    ['name', 7, otp, {}],
    ['base', 'mine', undefined, {}],
    ['base', 'mine', 'otp', {}],
    ['base.window', 'mine', { ...otp, window: -1 }, {}],
    ['base.advice.failed', 'mine', { ...otp, advice: { ...otp.advice, failed: null } }, {}],
    ['changes', 'mine', otp, undefined],
    ['changes', 'mine', otp, null],
  ])('wants %s', (field, name, base, changes) => {
    const call = () => definePolicy(name as string, base as Policy, changes as PolicyChanges)
    expect(call).toThrow(TypeError)
    expect(call).toThrow(`sms-delivery-state: definePolicy: ${field} must be `)
    if (field === 'name') expect(call).toThrow(`, got ${name}. Name the flow.`)
  })

  test('an advice that fell into Object.prototype is no advice', () => {
    const hostile = JSON.parse('{"advice":{"failed":{"__proto__":"stop"}}}') as PolicyChanges
    expect(() => definePolicy('mine', otp, hostile)).toThrow(TypeError)
  })
})

/** What only JavaScript would hand in. */
function wrong(changes: unknown): PolicyChanges {
  return changes as PolicyChanges
}
