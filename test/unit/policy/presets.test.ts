import {
  ACTIONS,
  alert,
  FAILURE_REASONS,
  notification,
  otp,
  reduce,
  type Policy,
} from 'sms-delivery-state'
import { describe, expect, test } from 'vitest'
import * as tables from '../../naive/policies.ts'

describe.each([otp, alert, notification])('$name', (policy) => {
  test('is what the tables of the model say', () => {
    expect(policy).toStrictEqual(tables[policy.name as keyof typeof tables])
  })

  test('is frozen, all through', () => {
    for (const part of [policy, policy.terminal, policy.advice, policy.advice.failed])
      expect(Object.isFrozen(part)).toBe(true)
  })

  test('has an action for every reason', () => {
    expect(Object.keys(policy.advice.failed).sort()).toEqual([...FAILURE_REASONS].sort())
    for (const action of Object.values(policy.advice.failed)) expect(ACTIONS).toContain(action)
  })

  test('may as well be a plain copy', () => {
    const copy = JSON.parse(JSON.stringify(policy)) as Policy
    const events = [{ status: 'sent' as const, receivedAt: 0 }]
    expect(reduce(events, copy, 40_000)).toStrictEqual(reduce(events, policy, 40_000))
  })
})

test('the windows are 5 min, 4 h and 72 h', () => {
  expect([otp, alert, notification].map(({ window }) => window / 60_000)).toEqual([5, 240, 4320])
})
