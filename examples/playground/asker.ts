/// <reference types="vite/client" />
import type { Answer, Question } from './protocol.ts'
import DeskWorker from './worker.ts?worker&inline'

/** In ms: a keystroke waits for the next one. */
const PAUSE = 150

/**
 * Asks the worker, one question at a time. While it computes, nothing queues up: the next question
 * is made when it is done, and its answer is shown as an old one. So a keystroke costs the page the
 * same, however much there is to read.
 */
export class Asker {
  readonly #worker = new DeskWorker()
  readonly #question: () => Question
  #isBusy = false
  #isDue = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    question: () => Question,
    show: (answer: Answer, isOld: boolean) => void,
    fail: () => void,
  ) {
    this.#question = question
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      this.#isBusy = false
      show(data, this.#isDue)
      if (this.#isDue) this.ask()
    })
    this.#worker.addEventListener('error', () => {
      this.#isBusy = false
      fail()
    })
  }

  ask(): void {
    clearTimeout(this.#timer)
    this.#isDue = this.#isBusy
    if (this.#isBusy) return
    this.#isBusy = true
    this.#worker.postMessage(this.#question())
  }

  /** When nothing more is typed for a moment. */
  askSoon(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.ask(), PAUSE)
  }
}
