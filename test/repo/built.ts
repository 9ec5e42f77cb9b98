import { existsSync, statSync } from 'node:fs'
import { filesUnder, inRoot } from './project.ts'

/** These tests look at dist: they refuse one that is missing or older than the source. */
export default function () {
  const built = existsSync(inRoot('dist/index.cjs')) ? statSync(inRoot('dist/index.cjs')).mtimeMs : 0
  const newer = [...filesUnder('src'), 'tsup.config.ts'].find((file) => statSync(inRoot(file)).mtimeMs > built)
  if (newer) throw new Error(`dist is ${built ? `older than ${newer}` : 'missing'}: npm run build`)
}
