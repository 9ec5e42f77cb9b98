import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { placesIn } from '../../src/testing/mutations.ts'
import type { Coverage } from './coverage.ts'
import { mutated, mutations, type Json } from './mutate.ts'
import { shrunk } from './shrink.ts'
import type { Target } from './target.ts'
import { targets } from './targets.ts'

const BATCH = 48

/** What is kept of one target: inputs that each ran something first, and the words of its kind. */
interface Corpus {
  readonly target: Target
  readonly seeds: readonly Json[]
  readonly inputs: Json[]
  readonly words: readonly string[]
  tried: number
}

export interface Task {
  readonly seconds: number
  readonly seed: number
  readonly coverage: Coverage
  /** Where failures are written. */
  readonly folder: string
  /** A part of the names of targets, to look at these alone. */
  readonly only: string
}

/** Tries the seeds, then other inputs until the time is over. Gives how many kinds of failure it found. */
export async function fuzz(task: Task): Promise<number> {
  const { seconds, coverage, only } = task
  const found = new Map<string, string>()
  const all: Corpus[] = []
  for (const target of targets.filter(({ name }) => name.includes(only))) {
    const seeds = target.seeds()
    const words = [...new Set(seeds.flatMap(wordsIn))]
    const corpus = { target, seeds, inputs: [], words, tried: 0 }
    all.push(corpus)
    await checkAll(corpus, seeds, task, found)
  }
  const fromSeeds = total(all, ({ tried }) => tried)
  coverage.hasNew()
  const { blocks: before } = coverage.covered
  const end = process.hrtime.bigint() + BigInt(seconds) * 1_000_000_000n
  let round = task.seed
  while (process.hrtime.bigint() < end)
    for (const corpus of all) {
      if (process.hrtime.bigint() >= end) break
      const batch = inputsFor(corpus, round++)
      await checkAll(corpus, batch, task, found)
      if (coverage.mayBeNew()) await keepNew(corpus, batch, coverage)
    }

  const { blocks, ofBlocks } = coverage.covered
  const tried = total(all, (corpus) => corpus.tried) - fromSeeds
  const kept = total(all, ({ inputs }) => inputs.length)
  const lines = [
    `${tried} inputs in ${seconds} s (${Math.round(tried / seconds)}/s), after ${fromSeeds} seeds`,
    `${blocks} of ${ofBlocks} blocks of the source ran (the seeds alone: ${before})`,
    `${kept} inputs kept, as each ran something first, over ${all.length} targets`,
    `${found.size} kinds of failure (seed ${task.seed})`,
    ...found.values(),
  ]
  console.log(lines.join('\n'))
  return found.size
}

const total = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0)

/** Its keys and texts. */
const wordsIn = (input: Json): string[] => [
  ...placesIn(input).flatMap((path) => path.filter((step) => typeof step === 'string')),
  ...leavesOf(input).filter((leaf) => typeof leaf === 'string'),
]

const leavesOf = (input: Json): Json[] =>
  typeof input === 'object' && input !== null ? Object.values(input).flatMap(leavesOf) : [input]

function inputsFor({ seeds, inputs, words }: Corpus, seed: number): Json[] {
  const picks = fc.tuple(fc.nat(), fc.nat(), fc.boolean(), mutations)
  return fc.sample(picks, { seed, numRuns: BATCH }).map(([one, two, isNew, changes]) => {
    const from = isNew && inputs.length > 0 ? inputs : seeds
    const other = seeds[two % seeds.length] ?? null
    return mutated(from[one % from.length] ?? null, changes, { words, other })
  })
}

async function checkAll(
  corpus: Corpus,
  batch: readonly Json[],
  task: Task,
  found: Map<string, string>,
): Promise<void> {
  for (const input of batch) {
    const failure = await failureOf(corpus.target, input)
    if (failure !== undefined) await report(corpus.target, input, failure, task, found)
  }
  corpus.tried += batch.length
}

/** Of a batch that ran something new, finds the inputs that do: each half again by itself. */
async function keepNew(corpus: Corpus, batch: readonly Json[], coverage: Coverage): Promise<void> {
  for (const input of batch) await failureOf(corpus.target, input)
  if (batch.length === 1 ? !coverage.hasNew() : !coverage.mayBeNew()) return
  if (batch.length === 1) return void corpus.inputs.push(...batch)
  const half = batch.length >> 1
  await keepNew(corpus, batch.slice(0, half), coverage)
  await keepNew(corpus, batch.slice(half), coverage)
}

async function failureOf({ check }: Target, input: Json): Promise<string | undefined> {
  try {
    await check(input)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** One kind: what differs from case to case is left out of the message. */
const kindOf = (target: Target, failure: string): string =>
  `${target.name.split(/[ /]/)[0]}: ${failure.split('\n')[0]?.replace(/["'`].*["'`]|\d+/g, '…')}`

async function report(
  target: Target,
  input: Json,
  failure: string,
  { folder }: Task,
  found: Map<string, string>,
): Promise<void> {
  const kind = kindOf(target, failure)
  if (found.has(kind)) return
  const small = await shrunk(input, async (smaller) => {
    const other = await failureOf(target, smaller)
    return other !== undefined && kindOf(target, other) === kind
  })
  const why = (await failureOf(target, small))?.split('\n')[0] ?? failure
  const text = JSON.stringify({ target: target.name, why, input: small }, undefined, 2)
  const file = `${createHash('sha256').update(text).digest('hex').slice(0, 12)}.json`
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, file), `${text}\n`)
  found.set(kind, `  ${target.name}: ${why}\n    ${file}: ${JSON.stringify(small).slice(0, 300)}`)
}
