import { describe, expect, it } from 'vitest'
import { Desk } from '../../../examples/playground/desk.ts'
import type { Question } from '../../../examples/playground/protocol.ts'
import { stories } from '../../../examples/playground/stories.ts'

const BASE: Question = { text: stories[0]!.text, policy: 'otp', find: '', page: 0, orders: 0 }
const asked = (question: Partial<Question>) => new Desk().answer({ ...BASE, ...question })
const at = (time: string) => Date.parse(`2026-11-21T${time}Z`)

describe('the desk', () => {
  it('tells a message as it was known at an instant', () => {
    const seen = ['08:46:00', '08:47:00.120', '08:47:03', '08:47:05', '08:58:00'].map(
      (time) => asked({ message: 'login-7', now: at(time) }).story?.shown?.status,
    )
    expect(seen).toEqual([undefined, 'accepted', 'undelivered', 'delivered', 'delivered'])
  })

  it('tells of a message that was asked for, or else of the one that contradicts itself', () => {
    expect(asked({}).story?.id).toBe('login-7')
    expect(asked({ message: 'smpp:7f3a0204' }).story?.id).toBe('smpp:7f3a0204')
    expect(asked({ message: 'nobody' }).story?.id).toBe('login-7')
    expect(asked({ text: '' }).story).toBeUndefined()
  })

  it('keeps the receipts and the last right policy from question to question', () => {
    const desk = new Desk()
    desk.answer({ ...BASE, policy: '{ "extends": "otp", "name": "mine" }' })
    const { text: _, ...later } = BASE
    const answer = desk.answer({ ...later, policy: '{ "extends": "opt" }' })
    expect(answer.reading).toBeUndefined()
    expect(answer.policyName).toBe('mine')
    expect(answer.policyProblems.join()).toContain('extends')
    expect(answer.list.messages).toBe(3)
  })

  it.each([
    ['{', 'This is no JSON'],
    ['7', 'expected object'],
    ['{"extends":"otp","name":"x","window":0}', 'definePolicy: window must be'],
    ['{"extends":"otp","name":"x","terminal":["failed"]}', 'Lacks delivered'],
    ['{"extends":"otp","name":""}', 'definePolicy: name must be'],
    ['{"name":"x"}', 'window'],
  ])('says what is wrong with the policy %s', (policy, problem) => {
    const { policyProblems, policyName } = asked({ policy })
    expect(policyProblems.join()).toContain(problem)
    expect(policyName).toBe('otp')
  })

  it('tries the receipts in the same other orders each time', () => {
    const { story } = asked({ orders: 5 })
    expect(story?.orders).toEqual(asked({ orders: 5 }).story?.orders)
    expect(story?.orders.every(({ isSame }) => isSame)).toBe(true)
    expect(new Set(story?.orders.map(({ lastWins }) => lastWins)).size).toBeGreaterThan(1)
    expect(story?.same).toEqual({ messages: 3, equal: 3 })
  })

  it('finds a message by id, status or reason', () => {
    const found = (find: string) => asked({ find }).list.rows.map(({ id }) => id)
    expect(found('LOGIN')).toEqual(['login-7'])
    expect(found('expired')).toEqual(['smpp:7f3a0204'])
    expect(found('content-blocked')).toEqual(['vonage:0A00000001C0FFEE'])
    expect(found('nothing')).toEqual([])
    expect(asked({ page: 9 }).list.page).toBe(0)
  })

  it.each([
    [
      'instants of two units',
      '{"body":"MessageSid=SM1&MessageStatus=sent","receivedAt":1795251601}\n{"body":"MessageSid=SM1&MessageStatus=sent","receivedAt":1795251601000}',
    ],
    [
      'one message under two names',
      '{"messageId":"a","attemptId":"1","status":"sent","providerMessageId":"p"}\n{"messageId":"b","attemptId":"1","status":"failed","providerMessageId":"p"}\n{"status":"sent","providerMessageId":"p"}',
    ],
    ['prototypes', '{"__proto__":{"body":1}}\n{"constructor":{"prototype":1}}'],
    ['a deep array', '['.repeat(5_000) + ']'.repeat(5_000)],
    ['times beyond the calendar', '{"body":"MessageSid=SM1&MessageStatus=sent","receivedAt":9e15}'],
    ['surrogates', 'MessageSid=\ud800&MessageStatus=sent\u0000'],
  ])('never throws on what is pasted: %s', (_, text) => {
    for (const now of [undefined, -1, 0, 1e12, Number.MAX_VALUE])
      expect(() => asked({ text, now, orders: 1 })).not.toThrow()
  })
})
