import { commandTargets } from './command.ts'
import { parseTargets } from './parse.ts'
import { schemaTargets } from './schema.ts'
import type { Target } from './target.ts'

/** Everything that takes what others send. */
export const targets: readonly Target[] = [...parseTargets, ...commandTargets, ...schemaTargets]

export const targetNamed = (name: string): Target => {
  const found = targets.find((target) => target.name === name)
  if (found === undefined) throw new Error(`no target is called ${name}`)
  return found
}
