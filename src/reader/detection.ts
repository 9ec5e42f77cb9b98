import type { Provider } from '../receipts/provider.ts'
import type { FieldPath, Shape } from './compile.ts'
import { hasShape, lazily, shapesOf } from './provider-of.ts'
import { hasFields, ownProperty } from './reading.ts'
import type { Scope } from './scope.ts'

/** A shape, and whose it is. */
export interface Candidate {
  readonly provider: Provider
  readonly shape: Shape
}

/**
 * The keys of the paths by which shapes are found, as a tree: what a receipt does not have is never
 * looked for.
 */
interface Node {
  readonly candidates: Candidate[]
  readonly children: Map<string, Node>
}

/**
 * Tells whose receipt it is: the one provider whose shape it has, and the first of them that fits.
 * Marks (`when`) decide between two; if both have marks, or neither, nobody is named. Only shapes
 * one of whose required fields is there are tried, so the cost grows with the receipt, not with
 * their number; those that lay a receipt out first are asked each.
 */
export function detection(providers: readonly Provider[]): (scope: Scope) => Candidate | undefined {
  const index = lazily(() => {
    const all = providers.flatMap((provider) =>
      shapesOf(provider).map((shape): Candidate => ({ provider, shape })),
    )
    const laidOut = all.filter(({ shape }) => shape.toFields !== undefined)
    return { laidOut, root: indexOf(all.filter(({ shape }) => shape.toFields === undefined)) }
  })
  return (scope) => {
    if (!hasFields(scope)) return undefined
    const { laidOut, root } = index()
    const candidates = [...laidOut]
    addCandidates(root, scope.fields, candidates)
    return theOne(candidates.filter(({ shape }) => hasShape(scope, shape)))
  }
}

/** If all that fit are one provider's; those with marks go first. */
function theOne(fitting: readonly Candidate[]): Candidate | undefined {
  const marked = fitting.filter(({ shape }) => shape.when.length > 0)
  const [first, ...others] = marked.length > 0 ? marked : fitting
  if (!first || others.some(({ provider }) => provider !== first.provider)) return undefined
  const { provider } = first
  const shape = shapesOf(provider).find((each) => fitting.some((other) => other.shape === each))
  return shape && { provider, shape }
}

/** Each shape stands under the paths of that required field which the fewest shapes share. */
function indexOf(candidates: readonly Candidate[]): Node {
  const shares = new Map<string, number>()
  for (const { shape } of candidates)
    for (const path of requiredBy(shape).flat())
      shares.set(keyOf(path), (shares.get(keyOf(path)) ?? 0) + 1)
  const shareOf = (paths: readonly FieldPath[]) =>
    Math.max(...paths.map((path) => shares.get(keyOf(path)) ?? 0))

  const root = newNode()
  for (const candidate of candidates) {
    const rarest = requiredBy(candidate.shape).reduce((one, other) =>
      shareOf(other) < shareOf(one) ? other : one,
    )
    for (const { list, keys } of rarest) nodeAt(root, list ?? keys).candidates.push(candidate)
  }
  return root
}

/** What a receipt of a shape has, each in one of several places. */
const requiredBy = ({ id, status, when }: Shape): (readonly FieldPath[])[] => [
  ...(id.length > 0 ? [id] : []),
  status,
  ...when.map(({ paths }) => paths),
]

const keyOf = ({ list, keys }: FieldPath): string => (list ?? keys).join('.')

const newNode = (): Node => ({ candidates: [], children: new Map() })

const nodeAt = (node: Node, [key, ...rest]: FieldPath['keys']): Node => {
  if (key === undefined) return node
  const child = node.children.get(String(key)) ?? newNode()
  node.children.set(String(key), child)
  return nodeAt(child, rest)
}

function addCandidates(node: Node, value: unknown, found: Candidate[]): void {
  // One that stands in several places that are there is asked once.
  for (const candidate of node.candidates) if (!found.includes(candidate)) found.push(candidate)
  if (node.children.size === 0 || typeof value !== 'object' || value === null) return
  for (const key of keysOf(value)) {
    const child = node.children.get(key)
    if (child) addCandidates(child, ownProperty(value, key), found)
  }
}

/** A proxy may throw. */
function keysOf(value: object): readonly string[] {
  try {
    return Object.keys(value)
  } catch {
    return []
  }
}
