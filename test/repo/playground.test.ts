import { expect, it } from 'vitest'
import { Desk } from '../../examples/playground/desk.ts'
import { stories } from '../../examples/playground/stories.ts'
import { printed } from './run.ts'

const OWN = '{ "extends": "otp", "name": "patient", "window": 600000 }'
const cases = [
  ...stories.filter(({ number }) => [0, 2, 7, 9, 13].includes(number)),
  { ...stories[17]!, title: 'a policy of one’s own', flow: OWN },
]

it.each(cases)('the playground gives code that prints the story: $title', (story) => {
  const { text, flow: policy, now } = story
  const question = { text, policy, now: Date.parse(now), find: '', page: 0, orders: 0 }
  const { story: told, policyName } = new Desk().answer(question)
  expect(printed(told?.snippet ?? '', 'snippet')).toMatch(
    new RegExp(`^Shown: +${told?.shown?.status}\\b.*policy ${policyName}`, 'm'),
  )
})
