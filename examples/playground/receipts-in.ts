import { receiptInLine, receiptOf, type Receipt } from './find-receipt.ts'
import { endOfJson, itemsOfArray, jsonOf } from './json.ts'

/** A receipt with its place in the text. */
export interface PlacedReceipt extends Receipt {
  /** Where it begins, from 1. */
  readonly line: number
}

/**
 * In characters: how far a JSON value may go over the ends of lines, so that broken ones cost little.
 * An array at the start of the text may be longer.
 */
const LONGEST = 20_000

/**
 * The receipts in a text: an array of JSON, or one after the other, as JSON on one line or many, as
 * forms, as texts of SMPP, and each of them within a line of a log.
 */
export function* receiptsIn(text: string): Generator<PlacedReceipt> {
  const places = new Lines(text)
  let at = 0
  let most = Infinity
  while (at < text.length) {
    const lineEnd = endOfLine(text, at)
    const start = at + text.slice(at, lineEnd).search(/[^\s\uFEFF]|$/)
    const line = text.slice(start, lineEnd).trim().replace(/,$/, '')
    at = lineEnd + 1
    if (line === '') continue
    const end = endOfValue(text, start, line, most)
    most = LONGEST
    if (end !== undefined) {
      yield* inJson(text, start, end, places)
      at = end
    } else if (!/^[\][,\s]*$/.test(line)) {
      // What is left of an array that is broken is no receipt.
      yield { ...receiptInLine(line), line: places.of(start) }
    }
  }
}

function* inJson(
  text: string,
  start: number,
  end: number,
  places: Lines,
): Generator<PlacedReceipt> {
  if (text[start] === '{') {
    yield { ...receiptOf(jsonOf(text.slice(start, end))), line: places.of(start) }
    return
  }
  for (const item of itemsOfArray(text, start)) {
    const value = jsonOf(item.text)
    const receipt = typeof value === 'string' ? receiptInLine(value) : receiptOf(value)
    yield { ...receipt, line: places.of(item.at) }
  }
}

/** Where the JSON that starts here ends; undefined where it is none, or the line goes on. */
function endOfValue(text: string, start: number, line: string, most: number): number | undefined {
  if (!line.startsWith('{') && !line.startsWith('[')) return undefined
  if (jsonOf(line) !== undefined) return start + line.length
  const end = endOfJson(text, start, line.startsWith('[') ? most : LONGEST)
  if (end === undefined || jsonOf(text.slice(start, end)) === undefined) return undefined
  return /^[\s,\]]*$/.test(text.slice(end, endOfLine(text, end))) ? end : undefined
}

const endOfLine = (text: string, from: number): number => {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

/** Counts the lines up to places that are asked for in their order. */
class Lines {
  readonly #text: string
  #at = 0
  #line = 1

  constructor(text: string) {
    this.#text = text
  }

  of(place: number): number {
    for (;;) {
      const next = this.#text.indexOf('\n', this.#at)
      if (next < 0 || next >= place) return this.#line
      this.#at = next + 1
      this.#line++
    }
  }
}
