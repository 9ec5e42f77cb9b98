import { existsSync, statSync } from 'node:fs'
import { filesUnder, inRoot } from './project.ts'

/** These tests look at dist: they refuse one that is missing or older than the source. */
export default function () {
  const built = existsSync(inRoot('dist/index.cjs'))
    ? statSync(inRoot('dist/index.cjs')).mtimeMs
    : 0
  const source = filesUnder('src').filter((file) => file.endsWith('.ts'))
  const newer = [...source, 'tsup.config.ts'].find((file) => statSync(inRoot(file)).mtimeMs > built)
  if (newer) throw new Error(`dist is ${built ? `older than ${newer}` : 'missing'}: npm run build`)
}
