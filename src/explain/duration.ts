const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const

type UnitNames = Readonly<Record<'ms' | 's' | 'min' | 'h' | 'd' | 'ages', string>>

export const UNIT_NAMES: UnitNames = { ms: 'ms', s: 's', min: 'min', h: 'h', d: 'd', ages: 'ages' }

/** A length of time as a person says it, never more than has passed: `850 ms`, `2.1 s`, `2 min 3 s`, `3 d 4 h`. */
export function durationText(ms: number, names = UNIT_NAMES): string {
  if (!(ms < 8.64e15)) return names.ages
  if (ms < 1_000) return `${Math.floor(ms)} ${names.ms}`
  if (ms < 60_000) return `${Math.floor(ms / 100) / 10} ${names.s}`
  const first = UNITS.findIndex(([, size]) => ms >= size)
  let rest = ms
  const parts = UNITS.slice(first, first + 2).map(([unit, size]) => {
    const count = Math.floor(rest / size)
    rest -= count * size
    return count > 0 ? [`${count} ${names[unit]}`] : []
  })
  return parts.flat().join(' ')
}

/** How far one instant is from another, for a column: `+2.1s`, `+2min3s`, `-1h`; nothing where they are the same. */
export function offsetText(ms: number, names = UNIT_NAMES): string {
  if (ms === 0) return ''
  return `${ms < 0 ? '-' : '+'}${durationText(Math.abs(ms), names).replaceAll(' ', '')}`
}
