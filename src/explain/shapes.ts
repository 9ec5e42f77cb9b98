import type { Verdict } from '../delivery/verdict.ts'
import { OUTCOMES, type Outcome, type Status } from '../event/status.ts'

/** Each has a contrast of more than 3 against white, and against black. */
const COLORS: Readonly<Record<Outcome, string>> = {
  open: '#2f81d6',
  uncertain: '#b7791f',
  failed: '#e0484d',
  delivered: '#2b9348',
}

export const colorOf = (status: Status): string => COLORS[OUTCOMES[status]]

/** A mark's shape tells what the event did, also without color. `*` is the color. */
const SHAPES: Readonly<Record<Verdict | 'clock', string>> = {
  advanced: '<circle r="6" fill="*"/>',
  duplicate: '<circle r="5" fill="none" stroke="*" stroke-width="2"/>',
  stale: '<path d="M-7 0 5-6V6z" fill="*"/>',
  partial:
    '<circle r="5" fill="none" stroke="*" stroke-width="2"/><path d="M0-5A5 5 0 0 0 0 5z" fill="*"/>',
  late: '<path d="M0-8 8 0 0 8-8 0z" fill="*"/>',
  clock: '<path d="M-6-6H6V6H-6zM0-3V0H3" fill="none" stroke="*" stroke-width="2"/>',
}

export const shapeOf = (shape: Verdict | 'clock', color: string): string =>
  SHAPES[shape].replaceAll('*', color)
