import { changedAt, placesIn, type Path } from '../../src/testing/mutations.ts'
import { at, removed, type Json } from './mutate.ts'

/**
 * A smaller input that fails in the same way: what can be left out is left out, and what remains
 * becomes as plain as it can. Tries `most` inputs.
 */
export async function shrunk(
  input: Json,
  fails: (input: Json) => Promise<boolean>,
  most = 3_000,
): Promise<Json> {
  let best = input
  let tried = 0
  for (let isBetter = true; isBetter;) {
    isBetter = false
    for (const smaller of smallerThan(best)) {
      if (tried++ >= most) return best
      if (!(await fails(smaller))) continue
      best = smaller
      isBetter = true
      break
    }
  }
  return best
}

/** Large steps first. Each has a shorter text than the input, so that it ends. */
function* smallerThan(input: Json): Generator<Json> {
  const size = JSON.stringify(input).length
  for (const candidate of candidatesOf(input))
    if (JSON.stringify(candidate).length < size) yield candidate
}

function* candidatesOf(input: Json): Generator<Json> {
  const places: Path[] = [[], ...placesIn(input)]
  const put = (path: Path, value: Json) => changedAt(input, path, value) as Json
  for (const path of places) {
    const found = at(input, path)
    if (typeof found === 'object' && found !== null)
      for (const inner of Object.values(found)) yield put(path, inner)
  }
  for (const path of places) if (path.length > 0) yield removed(input, path)
  for (const path of places) for (const plain of ['', 0, null]) yield put(path, plain)
  for (const path of places) {
    const found = at(input, path)
    if (typeof found !== 'string') continue
    for (let part = found.length / 2; part >= 1; part /= 2)
      for (let from = 0; from < found.length; from += Math.ceil(part))
        yield put(path, found.slice(0, from) + found.slice(from + Math.ceil(part)))
  }
}
