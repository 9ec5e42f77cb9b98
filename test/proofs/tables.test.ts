import { otp, alert, notification, STATUSES } from 'sms-delivery-state'
import { describe, expect, it } from 'vitest'
import { rankOf } from '../../src/event/precedence.ts'
import type { Shape } from './event.ts'
import { LAWS, oneAttempt, severalAttempts, shapesOf } from './laws.ts'
import { MUTANTS } from './mutants.ts'
import { questionOf } from './question.ts'
import { RULES, type Rules } from './rules.ts'
import { Problem } from './smt.ts'
import { MAY_BE_TERMINAL, rank, SILENCES } from './tables.ts'
import type { Law } from './laws/law.ts'

// Without z3: what the proofs are made of is what the code has.
describe('the tables of the proofs', () => {
  it('have the precedence of the code', () =>
    expect(STATUSES.map(rank)).toEqual(STATUSES.map((status) => `#x${rankOf(status)}`)))

  it('have the terminal statuses and silences of every preset', () => {
    for (const { terminal, silence } of [otp, alert, notification]) {
      expect(MAY_BE_TERMINAL).toEqual(expect.arrayContaining([...terminal]))
      expect(SILENCES).toContain(silence)
    }
    expect(MAY_BE_TERMINAL).not.toContain('sent')
  })
})

describe('the text of a law', () => {
  it.each(MUTANTS)('is another where $what', ({ foundBy, shape, rules }) =>
    expect(textOf(foundBy, shape, rules)).not.toBe(textOf(foundBy, shape, RULES)),
  )

  it.each(LAWS)('claims something: $title', (law) => {
    for (const shape of shapesOf(law))
      expect(textOf(law, shape, RULES).split('(check-sat)').length).toBeGreaterThan(1)
  })

  it('knows ids where several attempts are meant', () => {
    expect(textOf(LAWS[0]!, oneAttempt(2), RULES)).not.toContain('attempt-id')
    expect(textOf(LAWS[0]!, severalAttempts(2), RULES)).toContain('event-1.attempt-id')
  })
})

function textOf(law: Law, shape: Shape, rules: Rules): string {
  const problem = new Problem()
  return questionOf(problem, law.claim(problem, shape, rules))
}
