export interface Server {
  readonly url: string
  /** All of its processes. */
  pids(): number[]
  /** Kills them all, as a power cut does. */
  crash(): void
  start(): void
  /** With all that it stored. */
  stop(): void
}

export function startPostgres(): Promise<Server>
export function freePort(): Promise<number>
