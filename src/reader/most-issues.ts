import { issueContext, type Issue, type ReceiptContext } from '../receipts/provider.ts'

/**
 * How many issues one call lists: enough for any batch that somebody sends, and 10 MB of `[1,1,1,…`
 * do not become five million objects.
 */
export const MOST_ISSUES = 10_000

/** What is left of the issues, counted. */
export const issueOfTheRest = (name: string, left: number, context?: ReceiptContext): Issue => ({
  code: 'invalid',
  message: `${name}: ${left} more issues are not listed: one call lists ${MOST_ISSUES}`,
  ...issueContext(context),
})
