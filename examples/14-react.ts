// For a React page that shows a message's story, as data from your own service (Preact's `h` fits
// as well).
import { otp, type DeliveryEvent, type Verdict } from 'sms-delivery-state'
import { explanation, phrases, type Explanation } from 'sms-delivery-state/explain'

type Props = Record<string, unknown> | null
type CreateElement<Element> = (
  type: string,
  props: Props,
  ...children: (Element | string)[]
) => Element

/** Shapes, so that nobody has to tell colors apart. */
const MARKS: Record<Verdict, string> = {
  advanced: '●',
  duplicate: '=',
  stale: '○',
  partial: '◐',
  late: '▷',
}

/**
 * const Story = storyOf(createElement)
 * <Story explanation={await (await fetch('/messages/login-42/explanation')).json()} locale="et" />
 */
export const storyOf =
  <Element>(h: CreateElement<Element>) =>
  ({
    explanation: { entries, shown, next },
    locale = 'en-GB',
  }: {
    explanation: Explanation
    locale?: string
  }): Element => {
    const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', timeZone: 'UTC' })
    const lines = entries.map(({ at, verdict, clock, event }, key) =>
      h(
        'li',
        { key, className: verdict },
        h('span', { 'aria-hidden': true }, MARKS[verdict]),
        ` ${at === undefined ? '' : time.format(at)} ${phrases.statuses[clock ?? event.status]} (${phrases.verdicts[verdict]})`,
      ),
    )
    return h(
      'section',
      { className: 'story' },
      h('h2', null, phrases.statuses[shown.status]),
      h('p', null, phrases.sentence(phrases.meanings[shown.meaning])),
      h('ol', null, ...lines),
      h('p', { className: 'next' }, phrases.sentence(phrases.advice[next.action])),
    )
  }

// In place of React, so that this prints something.
const element: CreateElement<string> = (type, props, ...children) =>
  `<${type}${typeof props?.['className'] === 'string' ? ` class="${props['className']}"` : ''}>${children.join('')}</${type}>\n`

const start = Date.parse('2026-11-20T09:00:00Z')
const events: DeliveryEvent[] = [
  { status: 'pending', messageId: 'login-42', attemptId: '1', receivedAt: start },
  { status: 'sent', messageId: 'login-42', attemptId: '1', receivedAt: start + 2_000 },
  { status: 'sent', messageId: 'login-42', attemptId: '1', receivedAt: start + 2_500 },
  { status: 'delivered', messageId: 'login-42', attemptId: '1', receivedAt: start + 413_000 },
]
console.log(storyOf(element)({ explanation: explanation(events, otp, start + 600_000) }))

/* prints:
<section class="story"><h2>expired</h2>
<p>Delivery was not confirmed in time; it may have arrived all the same.</p>
<ol><li class="advanced"><span>●</span>
 09:00:00 pending (advanced)</li>
<li class="advanced"><span>●</span>
 09:00:02 sent (advanced)</li>
<li class="duplicate"><span>=</span>
 09:00:02 sent (duplicate)</li>
<li class="advanced"><span>●</span>
 09:05:00 expired (advanced)</li>
<li class="late"><span>▷</span>
 09:06:53 delivered (late)</li>
</ol>
<p class="next">Let the user ask for another one; never resend by itself.</p>
</section>

*/
