import { alert, definePolicy, notification, otp, STATUSES, type Policy } from 'sms-delivery-state'
import { toMermaid } from 'sms-delivery-state/explain'
import { describe, expect, test } from 'vitest'
import { lines } from '../../stories/story.ts'

test('the machine of otp is drawn as two rails', () => {
  expect(toMermaid(otp)).toBe(lines`
    ---
    title: "otp"
    ---
    stateDiagram-v2
      state "window open: the strongest claim wins" as open {
        direction LR
        [*] --> open_pending
        open_pending : pending
        open_accepted : accepted
        open_queued : queued
        open_sent : sent
        open_unknown : unknown
        open_expired : expired
        open_failed : failed
        open_undelivered : undelivered
        open_delivered : delivered, settled
        open_pending --> open_accepted : anything stronger
        open_accepted --> open_queued
        open_queued --> open_sent
        open_sent --> open_unknown
        open_unknown --> open_expired
        open_expired --> open_failed
        open_failed --> open_undelivered
        open_undelivered --> open_delivered
      }
      open --> closed : deadline, 5 min after the start. Silence becomes expired
      state "window closed: what is settled stays" as closed {
        direction LR
        closed_sent : sent
        closed_unknown : unknown
        closed_expired : expired, settled
        closed_failed : failed, settled
        closed_undelivered : undelivered, settled
        closed_delivered : delivered, settled
        closed_sent --> closed_unknown : anything stronger
        closed_unknown --> closed_expired
        closed_unknown --> closed_failed
        closed_unknown --> closed_undelivered
        closed_unknown --> closed_delivered
      }
  `)
})

const arrowsOf = (policy: Policy) =>
  [...toMermaid(policy).matchAll(/^ {4}(\w+) --> (\w+)/gm)].map(([, from = '', to = '']) => ({ from, to }))

describe.each([otp, alert, notification, definePolicy('own', otp, { terminal: ['delivered', 'unknown'] })])('$name', (policy) => {
  const arrows = arrowsOf(policy)
  const reachedFrom = (id: string): string[] =>
    arrows.filter(({ from }) => from === id).flatMap(({ to }) => [to, ...reachedFrom(to)])

  test.each(STATUSES)('in the open window, %s is followed by all that is stronger, delivered by nothing', (status) => {
    expect(reachedFrom(`open_${status}`)).toEqual(STATUSES.slice(STATUSES.indexOf(status) + 1).map((each) => `open_${each}`))
  })

  test.each(STATUSES.slice(3))(
    'once it has closed, a terminal %s is followed by nothing, and another by all that is stronger',
    (status) => {
      const stronger = policy.terminal.includes(status) ? [] : STATUSES.slice(STATUSES.indexOf(status) + 1)
      expect(reachedFrom(`closed_${status}`).sort()).toEqual(stronger.map((each) => `closed_${each}`).sort())
    },
  )

  test('what has no way out is marked', () => {
    const marked = [...toMermaid(policy).matchAll(/^ {4}(\w+) : \w+, settled$/gm)].map((match) => match[1])
    expect(marked.sort()).toEqual(['open_delivered', ...policy.terminal.map((status) => `closed_${status}`)].sort())
  })
})

test('a name cannot leave the title', () => {
  const title = toMermaid(definePolicy('a"\n---\nb', otp, {})).split('\n')[1]
  expect(title).toBe('title: "a\\" --- b"')
})
