import { accessSync, constants, createReadStream, statSync } from 'node:fs'
import { ItemSplitter, type Item } from './items.ts'
import { Misuse, systemMessageOf } from './misuse.ts'

/** A stream of bytes, such as the standard input, with its descriptor where it is a file's. */
export type Bytes = AsyncIterable<Uint8Array> & { readonly fd?: number | undefined }

/**
 * The items of a file, or of the standard input for `-`: those of a chunk together, as soon as it
 * is there.
 */
export async function* itemsIn(file: string, stdin: Bytes): AsyncGenerator<Iterable<Item>> {
  const bytes: Bytes = file === '-' ? stdin : createReadStream(file)
  const splitter = new ItemSplitter()
  // Holds back a character that is cut in two, and drops the byte order mark.
  const decoder = new TextDecoder()
  try {
    for await (const chunk of bytes) yield splitter.push(decoder.decode(chunk, { stream: true }))
  } catch (error) {
    throw new Misuse(`${file} cannot be read: ${systemMessageOf(error)}`)
  }
  yield splitter.push(decoder.decode())
  yield splitter.end()
}

/** Before anything is read, so that a wrong name in a long list is found at once. @throws Misuse */
export function checkFiles(files: readonly string[]): void {
  for (const file of files) {
    if (file === '-') continue
    try {
      accessSync(file, constants.R_OK)
    } catch (error) {
      throw new Misuse(`${file} cannot be read: ${systemMessageOf(error)}`)
    }
    if (statSync(file).isDirectory()) throw new Misuse(`${file} cannot be read: it is a folder`)
  }
}
