import { Misuse, systemMessageOf } from './misuse.ts'

export type Output = NodeJS.WritableStream & {
  readonly isTTY?: boolean | undefined
  readonly fd?: number | undefined
}

/**
 * Prints lines as they are made. Waits for a reader that is slow, and ends quietly where it has
 * gone away: then it gives false.
 *
 * @throws Misuse where they cannot be written, as on a full disk
 */
export async function print(lines: Iterable<string>, output: Output): Promise<boolean> {
  for (const block of blocksOf(lines)) {
    const error = await failureOf(block, output)
    if (error?.code === 'EPIPE') return false
    if (error) throw new Misuse(`the standard output cannot be written: ${systemMessageOf(error)}`)
  }
  return true
}

/** Once it is written: so a reader that goes away after the last line is noticed here, too. */
const failureOf = (
  block: string,
  output: Output,
): Promise<NodeJS.ErrnoException | null | undefined> =>
  new Promise((resolve) => output.write(block, resolve))

/** A write for each line would be slow. */
function* blocksOf(lines: Iterable<string>): Generator<string> {
  let block = ''
  for (const line of lines) {
    block += `${line}\n`
    if (block.length < 16_384) continue
    yield block
    block = ''
  }
  if (block !== '') yield block
}
