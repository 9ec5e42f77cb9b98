import { isObject, jsonOf } from './json.ts'

/** What a link carries. */
export interface Shared {
  readonly text: string
  readonly policy: string
  /** ms since the epoch. */
  readonly now?: number | undefined
  readonly message?: string | undefined
}

const START = '#s='
/** In bytes, of what a link unpacks to: a short one could hold gigabytes. */
const LONGEST = 5_000_000

/** The state as a hash of the page's address, which no browser sends to a server. */
export async function toHash({ text, policy, now, message }: Shared): Promise<string> {
  const json = JSON.stringify({ text, policy, now, message })
  const packed = new Blob([json]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const bytes = await bytesOf(packed, Infinity)
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return START + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Undefined for a hash that is none of ours, or is damaged. */
export async function fromHash(hash: string): Promise<Shared | undefined> {
  if (!hash.startsWith(START)) return undefined
  try {
    const binary = atob(hash.slice(START.length).replaceAll('-', '+').replaceAll('_', '/'))
    const packed = new Blob([Uint8Array.from(binary, (char) => char.charCodeAt(0))]).stream()
    const bytes = await bytesOf(packed.pipeThrough(new DecompressionStream('deflate-raw')), LONGEST)
    return sharedOf(jsonOf(new TextDecoder().decode(bytes)))
  } catch {
    return undefined
  }
}

/** A link comes from others: nothing in it is taken on trust. */
function sharedOf(value: unknown): Shared | undefined {
  if (!isObject(value)) return undefined
  const { text, policy, now, message } = value
  if (typeof text !== 'string' || typeof policy !== 'string') return undefined
  return {
    text,
    policy,
    ...(typeof now === 'number' && Number.isFinite(now) && { now }),
    ...(typeof message === 'string' && { message }),
  }
}

async function bytesOf(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  const reader = stream.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    chunks.push(next.value)
    length += next.value.length
    if (length > most) throw new RangeError('too long')
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer())
}
