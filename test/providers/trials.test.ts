import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  otp,
  parseReceipts,
  reduce,
  submission,
  type DeliveryEvent,
  type DeliveryState,
  type IssueCode,
} from '../../src/index.ts'
import {
  anyProvider,
  defineProvider,
  providers,
  type CodeTable,
} from '../../src/providers/index.ts'
import type { Submission } from '../../src/event/submission.ts'

/** What somebody met in the field, or reads in documentation, and what must come of it. */
interface Trial {
  readonly name: string
  readonly source: string
  readonly provider: 'smpp' | 'twilio' | 'vonage' | 'messente'
  /** What the service knows of its provider's codes. */
  readonly codes?: CodeTable
  /** What the service knew when it had submitted. */
  readonly sent?: Submission
  /** One receipt, or several in the order in which they came. */
  readonly input: unknown
  /**
   * What the last event says, with `occurredAt` as ISO; or what the one issue is; or what is shown.
   */
  readonly event?: Omit<Partial<DeliveryEvent>, 'occurredAt'> & { readonly occurredAt?: string }
  readonly issue?: IssueCode
  readonly state?: Partial<DeliveryState>
}

const trials = JSON.parse(
  readFileSync(new URL('../fixtures/trials.json', import.meta.url), 'utf8'),
) as readonly Trial[]

describe('what was met in the field', () => {
  it.each(trials)(
    '$provider, $name ($source)',
    ({ provider: name, codes, sent, input, event, issue, state }) => {
      expect([event, issue, state].filter(Boolean)).toHaveLength(1)
      const known = providers[name]
      const provider = codes ? defineProvider({ extends: known, name, codes }) : known
      const receipts = Array.isArray(input) ? (input as unknown[]) : [input]
      const { events, issues } = parseReceipts(provider, receipts)
      expect(issues).toMatchObject(issue ? [{ code: issue }] : [])
      expect(issues).toHaveLength(issue ? 1 : 0)
      if (!codes) expect(parseReceipts(anyProvider, receipts).events).toStrictEqual(events)

      if (issue) expect(events).toEqual([])
      if (event) {
        const { occurredAt, ...claim } = event
        const last = events.at(-1)
        expect(last).toMatchObject(claim)
        if (occurredAt !== undefined) expect(last?.occurredAt).toBe(Date.parse(occurredAt))
      }
      if (state) {
        const before = sent ? submission(sent) : []
        expect(reduce([...before, ...events], otp, before[0]?.receivedAt ?? 0)).toMatchObject(state)
      }
    },
  )
})
