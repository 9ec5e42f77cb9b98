import { Session, type Profiler } from 'node:inspector'

/** How much of the code has run. A block is a stretch that V8 counts by itself. */
export interface Covered {
  readonly blocks: number
  readonly ofBlocks: number
}

/**
 * Which parts of one script have ever run, by V8's own block counters. To take a count stops
 * nothing and costs some milliseconds, so it is taken for a batch of inputs and for each of them
 * only where the batch was new.
 */
export class Coverage {
  readonly #session = new Session()
  readonly #url: string
  /** By character: whether it is ours, whether it has ever run, and whether it ran now. */
  readonly #isOurs: Uint8Array
  readonly #hasRun: Uint8Array
  readonly #runs: Uint8Array
  readonly #starts = new Set<number>()

  /** `folder`: only what stands below it is looked at, as esbuild says where each file begins. */
  constructor(url: string, source: string, folder: string) {
    this.#url = url
    this.#isOurs = partsOf(source, folder)
    this.#hasRun = new Uint8Array(source.length)
    this.#runs = new Uint8Array(source.length)
    this.#session.connect()
    this.#session.post('Profiler.enable')
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  }

  /** Whether anything has run since the last call that never ran before; then it is remembered. */
  hasNew(): boolean {
    const runs = this.#take()
    let isNew = false
    for (let i = 0; i < runs.length; i++) {
      if (runs[i] === 0 || this.#isOurs[i] === 0 || this.#hasRun[i] === 1) continue
      this.#hasRun[i] = 1
      isNew = true
    }
    return isNew
  }

  /** The same, but it is forgotten: to look at the inputs of a batch one by one. */
  mayBeNew(): boolean {
    const runs = this.#take()
    return runs.some((run, i) => run === 1 && this.#isOurs[i] === 1 && this.#hasRun[i] === 0)
  }

  get covered(): Covered {
    const starts = [...this.#starts]
    return { blocks: starts.filter((at) => this.#hasRun[at] === 1).length, ofBlocks: starts.length }
  }

  /** An inner block overrides the one around it, and comes after it. */
  #take(): Uint8Array {
    const runs = this.#runs.fill(0)
    // In its own thread, a session answers at once.
    this.#session.post('Profiler.takePreciseCoverage', (error, found) => {
      if (error) throw error
      for (const { ranges } of this.#functionsIn(found.result))
        for (const { startOffset, endOffset, count } of ranges) {
          if (this.#isOurs[startOffset] === 1) this.#starts.add(startOffset)
          runs.fill(count > 0 ? 1 : 0, startOffset, endOffset)
        }
    })
    return runs
  }

  #functionsIn(scripts: readonly Profiler.ScriptCoverage[]): readonly Profiler.FunctionCoverage[] {
    return scripts.find(({ url }) => url === this.#url)?.functions ?? []
  }
}

/** By character, 1 where a bundle holds a file of a folder. */
function partsOf(bundle: string, folder: string): Uint8Array {
  const isOurs = new Uint8Array(bundle.length)
  const heads = [...bundle.matchAll(/^\/\/ (?<path>\S+\.ts)$/gm)]
  heads.forEach(({ index, groups }, i) => {
    if (groups?.['path']?.startsWith(folder))
      isOurs.fill(1, index, heads[i + 1]?.index ?? bundle.length)
  })
  return isOurs
}
