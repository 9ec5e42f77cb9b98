import {
  maxTime,
  millisecondsInDay,
  millisecondsInHour,
  millisecondsInMinute,
  millisecondsInSecond,
} from 'date-fns/constants'

const UNITS = [
  ['d', millisecondsInDay],
  ['h', millisecondsInHour],
  ['min', millisecondsInMinute],
  ['s', millisecondsInSecond],
] as const

type UnitNames = Readonly<Record<'ms' | 's' | 'min' | 'h' | 'd' | 'ages', string>>

export const UNIT_NAMES: UnitNames = { ms: 'ms', s: 's', min: 'min', h: 'h', d: 'd', ages: 'ages' }

/** As a person says it, rounded down: `850 ms`, `2.1 s`, `2 min 3 s`, `3 d 4 h`. */
export function durationText(ms: number, names = UNIT_NAMES): string {
  if (!(ms < maxTime)) return names.ages
  if (ms < millisecondsInSecond) return `${Math.floor(ms)} ${names.ms}`
  if (ms < millisecondsInMinute) return `${Math.floor(ms / 100) / 10} ${names.s}`
  const first = UNITS.findIndex(([, size]) => ms >= size)
  let rest = ms
  const parts = UNITS.slice(first, first + 2).map(([unit, size]) => {
    const count = Math.floor(rest / size)
    rest -= count * size
    return count > 0 ? [`${count} ${names[unit]}`] : []
  })
  return parts.flat().join(' ')
}

/** The distance of two instants, for a column: `+2.1s`, `+2min3s`, `-1h`; empty for none. */
export function offsetText(ms: number, names = UNIT_NAMES): string {
  if (ms === 0) return ''
  return `${ms < 0 ? '-' : '+'}${durationText(Math.abs(ms), names).replaceAll(' ', '')}`
}
