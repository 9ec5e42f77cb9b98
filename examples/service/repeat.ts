import { setTimeout } from 'node:timers/promises'

export interface Log {
  error(error: unknown, message?: string): void
}

/**
 * Works, pauses, works again; without a pause if there is more to do. After an error the pause
 * doubles, up to 30 s. What it gives ends it, and waits for the work that runs.
 */
export function repeat(work: () => Promise<boolean>, pause: number, log: Log): () => Promise<void> {
  const end = new AbortController()
  const run = async () => {
    let failures = 0
    while (!end.signal.aborted) {
      let isMore = false
      try {
        isMore = await work()
        failures = 0
      } catch (error) {
        failures++
        log.error(error, 'will be tried again')
      }
      const ms = isMore ? 0 : Math.min(pause * 2 ** failures, 30_000)
      await setTimeout(ms, undefined, { signal: end.signal }).catch(() => {})
    }
  }
  const done = run()
  return () => {
    end.abort()
    return done
  }
}
