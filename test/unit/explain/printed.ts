import type { DeliveryEvent, Policy } from 'sms-delivery-state'
import { explain } from 'sms-delivery-state/explain'

/** What `explain` prints, each row and each label's text on one line. */
export interface Printed {
  readonly rows: readonly string[]
  readonly shown: string
  readonly why: string
  readonly attempts: string
  readonly next: string
}

export function printed(events: readonly DeliveryEvent[], policy: Policy, now: number): Printed {
  const [story = '', summary = ''] = explain(events, policy, now).split(/\n\n/)
  const labelled = (label: string) =>
    unwrapped(summary)
      .find((line) => line.startsWith(label))
      ?.slice(label.length + 1) ?? ''
  return {
    rows: unwrapped(story).slice(1),
    shown: labelled('Shown:'),
    why: labelled('Why:'),
    attempts: labelled('Attempts:'),
    next: labelled('Next:'),
  }
}

/** What goes on under a line is indented. */
const unwrapped = (block: string): string[] =>
  block.split(/\n(?! )/).map((lines) => lines.replaceAll(/\n +/g, ' ').replaceAll(/(?<=:) +/g, ' '))
