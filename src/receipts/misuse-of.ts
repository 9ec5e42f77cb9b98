const MISUSE = /^sms-delivery-state: (?<path>[\w.]*) ?(?<problem>must be (?<must>[^]*?), got [^]*)$/

/** What a check of the core says is wrong: for data, where misuse is an issue. */
export interface Misuse {
  /** The field: `['segment', 'index']`. */
  readonly path: string[]
  /** `must be a whole number from 1 to 255, got 0. Segments are counted from 1.` */
  readonly problem: string
  /** The same up to what came: `must be a whole number from 1 to 255`. */
  readonly must: string
}

/** What a check with the empty place finds wrong; undefined if nothing. */
export function misuseOf(check: () => void): Misuse | undefined {
  try {
    check()
    return undefined
  } catch (error) {
    const {
      path,
      problem = '',
      must = '',
    } = (error instanceof TypeError && MISUSE.exec(error.message)?.groups) || {}
    if (path === undefined) throw error
    return { path: path.split('.'), problem, must: `must be ${must}` }
  }
}
