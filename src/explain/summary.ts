import type { Explanation } from './explanation.ts'
import { printable } from './layout.ts'
import type { Wording } from './wording.ts'

/** The sentences under a timeline. */
interface Summary {
  readonly shown: readonly string[]
  readonly why: readonly string[]
  /** A row of cells for each attempt (name, id, provider, status); empty if there is only one. */
  readonly attempts: readonly (readonly string[])[]
  readonly next: readonly string[]
}

export function summaryOf(explanation: Explanation, wording: Wording): Summary {
  const { shown, reasons, attempts, next, policy, now } = explanation
  const { phrases, calendar, near } = wording
  const sentences = (notes: Explanation['reasons']) =>
    notes.map((note) => phrases.sentence(wording.note(note, near)))
  const asOf = phrases.policy({ policy: printable(policy, 24), now: calendar.timeNear(near, now) })
  return {
    shown: [
      `${wording.status(shown)} (${asOf})`,
      phrases.sentence(phrases.meanings[shown.meaning]),
    ],
    why: sentences(reasons),
    attempts:
      attempts.length < 2
        ? []
        : attempts.map((attempt) => attemptCells(attempt, shown.attemptId, wording)),
    next: [
      phrases.step({ action: phrases.actions[next.action], advice: phrases.advice[next.action] }),
      ...sentences(next.notes),
    ],
  }
}

function attemptCells(
  attempt: Explanation['attempts'][number],
  shownId: string | undefined,
  wording: Wording,
): string[] {
  const { attemptId, provider = '' } = attempt
  const name = wording.attempt(attemptId)
  const id = printable(attemptId ?? '', 40)
  const isShown = attemptId === shownId ? `; ${wording.phrases.isShown}` : ''
  return [
    name,
    id === name ? '' : id,
    printable(provider, 12),
    wording.status(attempt) + wording.because(attempt) + isShown,
  ]
}
