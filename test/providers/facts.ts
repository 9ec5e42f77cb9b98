import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { FailureReason } from '../../src/event/failure.ts'
import type { Status } from '../../src/event/status.ts'
import type { Provider } from '../../src/receipts/provider.ts'

/**
 * What a provider's documentation says of its words and codes, gathered apart from the tables of
 * the source.
 */
export interface Facts {
  readonly statuses: Readonly<
    Record<
      string,
      { readonly canonical: Status; readonly final: boolean; readonly verified?: boolean }
    >
  >
  readonly errors: Readonly<
    Record<
      string,
      {
        readonly reason: FailureReason
        readonly permanent?: boolean
        readonly no_error?: boolean
        readonly verified?: boolean
      }
    >
  >
}

export const factsOf = (name: string): Facts =>
  JSON.parse(
    readFileSync(new URL(`../fixtures/facts/${name}.json`, import.meta.url), 'utf8'),
  ) as Facts

interface Options {
  /** A receipt with a status word, and with an error code where there is one. */
  readonly receipt: (word: string, code?: string) => unknown
  /** The word beside which each code is read: a negative one. */
  readonly failing: string
  /** Words and codes that are read in another way, each with the reason in a comment beside it. */
  readonly except?: readonly string[]
}

const NEGATIVE: readonly Status[] = ['failed', 'undelivered', 'expired']

/** Holds a provider to its facts: each word gives its status, and each code its reason. */
export function holdToFacts(
  provider: Provider,
  name: string,
  { receipt, failing, except = [] }: Options,
): void {
  const { statuses, errors } = factsOf(name)
  const words = Object.entries(statuses).filter(([word]) => !except.includes(word))
  const codes = Object.entries(errors).filter(([code]) => !except.includes(code))
  describe(`${provider.name} and the facts of ${name}`, () => {
    it.each(words)('%s', (word, { canonical, final }) => {
      const { events, issues } = provider.parse(receipt(word))
      // A negative that is not the last word leaves the message on its way.
      const status = !final && NEGATIVE.includes(canonical) ? 'sent' : canonical
      expect(issues).toEqual([])
      expect(events).toMatchObject([{ status }])
    })

    if (codes.length > 0)
      it.each(codes)('code %s', (code, { reason, permanent, no_error }) => {
        const { events, issues } = provider.parse(receipt(failing, code))
        expect(issues).toEqual([])
        expect(events).toHaveLength(1)
        const failure = events[0]?.failure
        if (no_error) return expect(failure?.code).toBeUndefined()
        expect(failure).toMatchObject({
          reason,
          code,
          ...(permanent !== undefined && { permanent }),
        })
      })
  })
}
