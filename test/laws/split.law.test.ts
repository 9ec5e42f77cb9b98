import fc from 'fast-check'
import { collect, merge } from 'sms-delivery-state'
import { expect } from 'vitest'
import { naiveIsMisuse } from '../naive/index.ts'
import { message, splits } from './arbitraries.ts'
import { law } from './law.ts'

law(
  'however receipts were split between servers, merging gives what one server would know',
  fc.property(
    message.chain((events) => fc.tuple(fc.constant(events), splits(events))),
    ([events, parts]) => {
      fc.pre(!parts.some((part) => naiveIsMisuse(part)))
      expect(JSON.stringify(merge(...parts.map((part) => collect(part))))).toBe(
        JSON.stringify(collect(events)),
      )
    },
  ),
)
