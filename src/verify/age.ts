import type { Aging } from './request.ts'
import type { Refusal } from './verification.ts'

const FIVE_MINUTES = 300_000

/** @param seconds when the signature was made, in s since the epoch */
export function ageRefusal(seconds: number, { now, tolerance = FIVE_MINUTES }: Aging): Refusal | undefined {
  const age = now - seconds * 1000
  return age > tolerance ? 'too-old' : age < -tolerance ? 'too-new' : undefined
}

/** Seconds since the epoch as a header writes them; undefined for any other text. */
export function secondsOf(text: string): number | undefined {
  return /^\d{1,12}$/.test(text) ? Number(text) : undefined
}
