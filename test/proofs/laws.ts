import type { Shape } from './event.ts'
import { enough, merging } from './laws/evidence.ts'
import { neverWeaker, settledStays } from './laws/later.ts'
import type { Law } from './laws/law.ts'
import { arrival, order, repetition } from './laws/order.ts'
import { claimed, onlyByTheClock, strongest, timeAlone } from './laws/time.ts'

/** The laws of section 5 of the model, of merge, and of what is shown. */
export const LAWS: readonly Law[] = [
  order,
  repetition,
  merging,
  enough,
  arrival,
  neverWeaker,
  settledStays,
  timeAlone,
  strongest,
  onlyByTheClock,
  claimed,
]

/** The two kinds of messages that each law is proved for. */
export const shapesOf = ({ bounds }: Law): readonly Shape[] => [
  oneAttempt(bounds.one),
  severalAttempts(bounds.several),
]

export const oneAttempt = (events: number): Shape => ({
  title: 'one attempt',
  events,
  hasIds: false,
})

export const severalAttempts = (events: number): Shape => ({
  title: 'several attempts, ties',
  events,
  hasIds: true,
})
