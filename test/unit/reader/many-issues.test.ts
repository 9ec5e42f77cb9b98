import { anyProvider, detect, twilio } from 'sms-delivery-state/providers'
import { expect, test } from 'vitest'
import { MOST_ISSUES } from '../../../src/reader/most-issues.ts'

const RECEIPT = '{"MessageSid":"SM1","MessageStatus":"sent"}'
const listOf = (numbers: number, last: string) => `[${'1,'.repeat(numbers)}${last}]`

test('one call lists so many issues, and counts the rest', () => {
  const context = { messageId: 'm', ref: 'r' }
  const { issues } = twilio.parse(listOf(MOST_ISSUES + 4, '1'), context)
  expect(issues).toHaveLength(MOST_ISSUES + 1)
  expect(issues.at(-2)).toMatchObject({ index: MOST_ISSUES - 1, received: 1 })
  expect(issues.at(-1)).toStrictEqual({
    code: 'invalid',
    message: 'twilio: 5 more issues are not listed: one call lists 10000',
    ...context,
  })
})

test('as many as that are all listed', () => {
  const { issues } = anyProvider.parse(listOf(MOST_ISSUES - 1, '1'))
  expect(issues).toHaveLength(MOST_ISSUES)
  expect(issues.at(-1)).toMatchObject({ index: MOST_ISSUES - 1, received: 1 })
})

test('what can be read is read behind any number of issues', () => {
  const text = listOf(2 * MOST_ISSUES, RECEIPT)
  expect(twilio.parse(text).events).toMatchObject([{ status: 'sent', providerMessageId: 'SM1' }])
  expect(detect(text)).toBe(twilio)
})

test('a list with holes gives what it holds', () => {
  const sparse: unknown[] = [RECEIPT]
  sparse[5_000] = RECEIPT
  sparse[4_294_967_294] = 1
  const { events, issues } = twilio.parse(Object.assign(sparse, { name: RECEIPT }))
  expect(events).toHaveLength(2)
  expect(issues).toMatchObject([{ index: 4_294_967_294, received: 1 }])
})
