import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean | undefined; readonly fd?: number | undefined }

/** Prints lines as they are made. Waits for a reader that is slow, and ends quietly where it has gone away. */
export async function print(lines: Iterable<string>, output: Output): Promise<void> {
  try {
    await pipeline(Readable.from(blocksOf(lines)), output, { end: false })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error
  }
}

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
