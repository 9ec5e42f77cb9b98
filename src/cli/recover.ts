import type { Item } from './items.ts'
import { jsonOf } from './json.ts'

/**
 * What is in an item that is no JSON. Where a bracket or quote is missing in an array, the item's
 * end is not found and it swallows what follows: lines that are whole objects are items again, and
 * each stretch between them is one that is broken.
 */
export function* recover({ line, text, inArray }: Item): Generator<Item> {
  let broken: string[] = []
  let begin = line
  function* stretch(): Generator<Item> {
    const rest = broken.join('\n').trim()
    // What is left of the array itself is no item.
    if (!/^[\],\s]*$/.test(rest)) yield { line: begin, text: rest, inArray, problem: 'not-json' }
  }
  for (const [i, each] of text.split('\n').entries()) {
    const object = each.trim().replace(/,$/, '')
    if (object.startsWith('{') && jsonOf(object) !== undefined) {
      yield* stretch()
      yield { line: line + i, text: object, inArray }
      broken = []
      begin = line + i + 1
    } else broken.push(each)
  }
  yield* stretch()
}
