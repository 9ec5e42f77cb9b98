/** Why there is nothing to read. */
export type Problem = 'not-json' | 'too-long' | 'unclosed'

/** One receipt as it is in a file, before anybody has read it. */
export interface Item {
  /** Where it begins, from 1. */
  readonly line: number
  /** As it was received, without the blanks around it; of one that is too long the beginning. */
  readonly text: string
  /** An item of an array, which cannot be but JSON. */
  readonly inArray: boolean
  readonly problem?: Problem | undefined
}

/** In UTF-16 units. What is longer is not kept, so that no line fills the memory. */
export const LONGEST = 10_000_000
const BEGINNING = 200

/**
 * Cuts a text that comes in chunks of any size into items. Where its first character that is no
 * blank is `[`, they are the items of that array, however it is laid out; else, and after the
 * array's end, each line is one. Keeps no more than the item at hand. Linear.
 */
export class ItemSplitter {
  readonly #longest: number
  #place: 'start' | 'array' | 'lines' = 'start'
  #line = 1
  /** In an array: how deep within an item, and whether within a text there. */
  #depth = 0
  #quoted = false
  #escaped = false
  /** The item at hand, and the line where it begins; 0 where it has not begun. */
  #text = ''
  #begin = 0

  constructor(longest = LONGEST) {
    this.#longest = longest
  }

  *push(chunk: string): Generator<Item> {
    let at = 0
    if (this.#place === 'start') {
      at = chunk.search(/[^\s\uFEFF]/)
      this.#line += chunk.slice(0, at < 0 ? undefined : at).split('\n').length - 1
      if (at < 0) return
      this.#place = chunk[at] === '[' ? 'array' : 'lines'
      if (this.#place === 'array') at++
    }
    if (this.#place === 'array') at = yield* this.#inArray(chunk, at)
    if (this.#place === 'lines') yield* this.#inLines(chunk, at)
  }

  *end(): Generator<Item> {
    const unclosed = this.#place === 'array'
    yield* this.#ended(unclosed)
    if (unclosed) yield { line: this.#line, text: '', inArray: true, problem: 'unclosed' }
  }

  *#inLines(chunk: string, from: number): Generator<Item> {
    let at = from
    for (let end = chunk.indexOf('\n', at); end >= 0; end = chunk.indexOf('\n', at)) {
      this.#begin = this.#line
      this.#keep(chunk.slice(at, end))
      yield* this.#ended(false)
      this.#line++
      at = end + 1
    }
    this.#begin = this.#line
    this.#keep(chunk.slice(at))
  }

  /** Gives where the array has ended, or the chunk. */
  *#inArray(chunk: string, from: number): Generator<Item, number> {
    let start = from
    for (let at = from; at < chunk.length; at++) {
      const char = chunk[at]!
      if (this.#isWithin(char)) {
        if (this.#begin > 0 || char.trim() === '') continue
        this.#begin = this.#line
        start = at
        continue
      }
      if (this.#begin > 0) this.#keep(chunk.slice(start, at))
      yield* this.#ended(true)
      if (char === ',') continue
      this.#place = 'lines'
      return at + 1
    }
    if (this.#begin > 0) this.#keep(chunk.slice(start))
    return chunk.length
  }

  /**
   * Whether a character of an array is within an item, or between two: the comma there, and the
   * bracket at the end.
   */
  #isWithin(char: string): boolean {
    if (char === '\n') {
      this.#line++
      // No text of JSON goes over the end of a line: so a missing quote does harm up to there only.
      this.#quoted = false
    }
    if (this.#escaped) this.#escaped = false
    else if (char === '"') this.#quoted = !this.#quoted
    else if (this.#quoted) this.#escaped = char === '\\'
    else if (char === '{' || char === '[') this.#depth++
    else if (this.#depth > 0) this.#depth -= Number(char === '}' || char === ']')
    else return char !== ',' && char !== ']'
    return true
  }

  #keep(part: string): void {
    if (this.#text.length <= this.#longest) this.#text += part
  }

  *#ended(inArray: boolean): Generator<Item> {
    const [text, line] = [this.#text, this.#begin]
    this.#text = ''
    this.#begin = 0
    if (text.length > this.#longest)
      yield { line, text: text.slice(0, BEGINNING).trim(), inArray, problem: 'too-long' }
    else if (text.trim() !== '') yield { line, text: text.trim(), inArray }
  }
}
