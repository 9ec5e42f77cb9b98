import fc from 'fast-check'
import { reduce } from 'sms-delivery-state'
import { expect } from 'vitest'
import { naiveState } from '../naive/index.ts'
import { world } from './arbitraries.ts'
import { law } from './law.ts'

law(
  'the state is what the model says, read by the letter',
  fc.property(world, ({ events, flow, now }) => {
    expect(reduce(events, flow, now)).toStrictEqual(naiveState(events, flow, now))
  }),
  3000,
)
