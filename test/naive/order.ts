import type { Status } from '../../src/event/status.ts'

/**
 * "From weakest to strongest: pending < accepted < queued < sent < unknown < expired < failed <
 * undelivered < delivered"
 */
export const PRECEDENCE: readonly Status[] = [
  'pending',
  'accepted',
  'queued',
  'sent',
  'unknown',
  'expired',
  'failed',
  'undelivered',
  'delivered',
]

export const STRONGEST_FIRST: readonly Status[] = [...PRECEDENCE].reverse()

export const isStronger = (status: Status, other: Status): boolean =>
  PRECEDENCE.indexOf(status) > PRECEDENCE.indexOf(other)

export function strongestOf(statuses: readonly Status[]): Status {
  return statuses.reduce<Status>(
    (strongest, status) => (isStronger(status, strongest) ? status : strongest),
    'pending',
  )
}

/** "Segments without a time are left out when the first or last is chosen." */
export function smallest(numbers: readonly (number | undefined)[]): number | undefined {
  return numbers.reduce(
    (best, number) =>
      number !== undefined && (best === undefined || number < best) ? number : best,
    undefined,
  )
}

/** "Segments without a time are left out when the first or last is chosen." */
export function largest(numbers: readonly (number | undefined)[]): number | undefined {
  return numbers.reduce(
    (best, number) =>
      number !== undefined && (best === undefined || number > best) ? number : best,
    undefined,
  )
}

/** "Results hold no number that JSON cannot write" */
export function finite(number: number | undefined): number | undefined {
  return Number.isFinite(number) ? number : undefined
}

/** "none goes first", "none goes before all" */
export function compareNoneFirst(one: number | undefined, other: number | undefined): number {
  if (one === other) return 0
  if (one === undefined) return -1
  if (other === undefined) return 1
  return one - other
}

/** "none goes last in both" */
export function compareNoneLast(one: number | undefined, other: number | undefined): number {
  if (one === other) return 0
  if (one === undefined) return 1
  if (other === undefined) return -1
  return one - other
}

/**
 * "Texts are compared by code points, which is the order of UTF-8 bytes"; the nameless attempt is
 * always the only one, so where it stands does not matter.
 */
export function compareText(one = '', other = ''): number {
  return one === other ? 0 : Buffer.compare(Buffer.from(one), Buffer.from(other))
}

/** "JSON text with sorted keys" */
export function jsonText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).filter(([, content]) => content !== undefined)
  return `{${fields
    .sort(([one], [other]) => compareText(one, other))
    .map(([name, content]) => `${JSON.stringify(name)}:${jsonText(content)}`)
    .join(',')}}`
}

/** The texts there are, each once, by code points. */
export function sortedTexts(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts.filter((text) => text !== undefined))].sort(compareText)
}

/** An absent optional field is really absent. */
export function withoutUndefined<Fields extends object>(fields: Fields): Fields {
  const copy: Partial<Fields> = {}
  for (const name in fields) if (fields[name] !== undefined) copy[name] = fields[name]
  return copy as Fields
}
