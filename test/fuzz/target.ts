import type { Json } from './mutate.ts'

/** Something that takes what others send. */
export interface Target {
  readonly name: string
  /** Inputs of the kind that it is for. */
  readonly seeds: () => readonly Json[]
  /** Throws where a promise is broken. */
  readonly check: (input: Json) => void | Promise<void>
}

/** What must hold of every JavaScript object, whatever was read. */
export function checkPrototypes(): void {
  for (const prototype of [Object.prototype, Array.prototype, String.prototype, Map.prototype])
    if (Object.keys(prototype).length > 0) throw new Error('a prototype was changed')
}

/** A copy as JSON brings it; JSON has no -0. */
export const copyOf = (input: Json): Json => JSON.parse(JSON.stringify(input)) as Json
