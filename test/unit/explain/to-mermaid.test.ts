import { definePolicy, otp } from 'sms-delivery-state'
import { toMermaid } from 'sms-delivery-state/explain'
import { expect, test } from 'vitest'
import { lines } from '../../stories/story.ts'

test('the machine of otp is drawn as a rail for each room, and one for what comes late', () => {
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
        closed_expired : expired, settled
        closed_failed : failed, settled
        closed_undelivered : undelivered, settled
        closed_delivered : delivered, settled
        closed_sent --> late_unknown : anything stronger
        late_unknown : unknown, late
        late_expired : expired, late
        late_failed : failed, late
        late_undelivered : undelivered, late
        late_unknown --> late_expired : anything stronger
        late_expired --> late_failed
        late_failed --> late_undelivered
        late_undelivered --> closed_delivered
      }
  `)
})

test('a name cannot leave the title', () => {
  const title = toMermaid(definePolicy('a"\n---\nb', otp, {})).split('\n')[1]
  expect(title).toBe('title: "a\\" --- b"')
})
