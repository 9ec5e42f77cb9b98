import fc from 'fast-check'
import { collect, merge, type Evidence } from 'sms-delivery-state'
import { expect } from 'vitest'
import { message } from './arbitraries.ts'
import { law } from './law.ts'

const text = (...evidence: Evidence[]): string => JSON.stringify(merge(...evidence))
const evidence = message.map(collect)
// From the database, or at hand: no difference.
const stored = evidence.map((each) => JSON.parse(JSON.stringify(each)) as Evidence)
const known = fc.oneof(evidence, stored)

law(
  'evidence merges in any order, in any grouping, and twice, to the same',
  fc.property(known, known, known, (a, b, c) => {
    expect(text(a, b)).toBe(text(b, a))
    expect(text(a, merge(b, c))).toBe(text(merge(a, b), c))
    expect(text(a, b, c)).toBe(text(merge(a, b), c))
    expect(text(a, a)).toBe(JSON.stringify(a))
    expect(text(a, merge())).toBe(JSON.stringify(a))
  }),
)
