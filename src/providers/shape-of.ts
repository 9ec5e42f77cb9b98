import type { Shape } from './compile.ts'
import { decode } from './decode.ts'
import { leads, valueAt } from './paths.ts'

/** The first shape that a receipt (`scopes[0]`) has for certain. Where it holds a list, the first item decides. */
export function shapeOf(shapes: readonly Shape[], scopes: unknown[]): Shape | undefined {
  for (const shape of shapes) {
    for (const list of shape.lists) {
      const items = decode(valueAt(list, scopes))
      scopes[list.parts.length] = Array.isArray(items) ? items[0] : items
    }
    if (shape.fits(scopes)) return shape
  }
  return undefined
}

/** The first shape that it may have, if it is this provider's at all: some of it is there, so what is missing can be named. */
export function likelyShapeOf(shapes: readonly Shape[], scopes: unknown[]): Shape | undefined {
  for (const shape of shapes) {
    const [list] = shape.lists
    if (list ? leads([list], scopes) : leads(shape.id, scopes) || leads(shape.status, scopes)) return shape
  }
  return undefined
}
