import { readFileSync } from 'node:fs'
import { otp, alert, notification, STATUSES } from 'sms-delivery-state'
import { describe, expect, it } from 'vitest'
import { rankOf } from '../../src/event/precedence.ts'
import { anyNames, LAWS, oneAttempt, proofsOf, rankings } from './laws.ts'
import { neverWeaker } from './laws/later.ts'
import { MUTANTS } from './mutants.ts'
import { questionOf } from './question.ts'
import { RULES } from './rules.ts'
import { MAY_BE_TERMINAL, rank, SILENCES } from './tables.ts'

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
    expect(questionOf(foundBy, shape, rules)).not.toBe(questionOf(foundBy, shape, RULES)),
  )

  it.each(LAWS)('claims something: $title', (law) => expect(proofsOf(law)).not.toHaveLength(0))

  it('knows ids where several attempts are meant', () => {
    expect(questionOf(LAWS[0]!, oneAttempt(2), RULES)).not.toContain('attempt-id')
    expect(questionOf(LAWS[0]!, anyNames(2), RULES)).toContain('event-1.attempt-id')
  })
})

it('three events can be of attempts in thirteen ways, by the order of their ids', () => {
  expect(rankings(2)).toEqual([
    [1, 1],
    [1, 2],
    [2, 1],
  ])
  expect(rankings(3)).toHaveLength(13)
  expect(rankings(4)).toHaveLength(75)
})

it('a later receipt without news is of an attempt of the three others', () => {
  const names = proofsOf(neverWeaker)
    .flat()
    .map((shape) => shape.names)
  expect(names).toHaveLength(1 + 31)
  expect(names).toContainEqual([1, 2, 3, 2])
  expect(names).not.toContainEqual([1, 2, 3, 4])
})

describe('the page', () => {
  const page = readFileSync(new URL('README.md', import.meta.url), 'utf8')

  it('names each law', () => {
    const listed = [...page.matchAll(/^- (.+)\.$/gm)].map(([, title]) => title!.toLowerCase())
    expect(listed.filter((title) => LAWS.some((law) => law.title === title))).toEqual(
      LAWS.map(({ title }) => title),
    )
  })

  it('counts the mutants', () => expect(page).toContain(` ${MUTANTS.length} such mutants `))
})
