export interface Server {
  readonly url: string
  /** The first of its processes, the parent of the others. */
  pid(): number
  start(): void
  /** With all that it stored. */
  stop(): void
}

export function startPostgres(): Promise<Server>
export function freePort(): Promise<number>
