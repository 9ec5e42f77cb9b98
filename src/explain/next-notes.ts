import type { Note } from './notes.ts'
import type { SummaryInput } from './summary-input.ts'

/** What there is to know beside the action. */
export function* nextNotes({ state, entries, withAnotherAttempt }: SummaryInput): Iterable<Note> {
  const { action, duplicateRisk } = state.advice
  if (action === 'resend' || action === 'offer-resend')
    yield { code: duplicateRisk ? 'second-copy' : 'no-copy' }
  const unlimited = withAnotherAttempt().advice.action
  if (unlimited !== action) yield { code: 'attempts-used', action: unlimited }
  const isDeliveryClaimed = entries.some(({ event }) => event?.status === 'delivered')
  if (action === 'hold' && isDeliveryClaimed && state.status !== 'delivered') yield { code: 'held' }
  if (state.reviewAt !== undefined) yield { code: 'look-again', reviewAt: state.reviewAt }
}
