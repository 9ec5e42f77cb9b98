import { OUTCOMES } from 'sms-delivery-state'
import { byId, element, timeText } from './dom.ts'
import type { StoryAnswer } from './protocol.ts'
import { instantOf, STEPS, valueOf, type Scale } from './scale.ts'

const clock = byId('clock', HTMLElement)
const slider = byId('now', HTMLInputElement)
const output = byId('now-text', HTMLOutputElement)
const stops = byId('stops', HTMLElement)
const back = byId('step-back', HTMLButtonElement)
const on = byId('step-on', HTMLButtonElement)

/** More words than that lie on each other. */
const MOST_WORDS = 12

let scale: Scale | undefined
let drawn = ''

/** Tells of each instant that somebody drags to; `isDone` where the dragging has ended. */
export function onDrag(tell: (instant: number, isDone: boolean) => void): void {
  const drag = (isDone: boolean) => {
    if (scale === undefined) return
    const instant = instantOf(scale, Number(slider.value))
    output.textContent = timeText(instant)
    tell(instant, isDone)
  }
  const step = (value: number) => {
    slider.value = String(value * STEPS)
    drag(true)
  }
  slider.addEventListener('input', () => drag(false))
  slider.addEventListener('change', () => drag(true))
  back.addEventListener('click', () => step(Math.ceil(Number(slider.value) / STEPS) - 1))
  on.addEventListener('click', () => step(Math.floor(Number(slider.value) / STEPS) + 1))
}

export function showClock({ now, shown, scale: next }: StoryAnswer, isOld: boolean): void {
  scale = next
  clock.hidden = next === undefined
  if (next === undefined) return
  drawStops(next)
  // The hand is elsewhere by now.
  if (isOld) return
  const last = (next.stops.length - 1) * STEPS
  slider.max = String(last)
  const value = valueOf(next, now)
  // Several values of the slider may be one millisecond: it stays where it is.
  if (instantOf(next, Number(slider.value)) !== now) slider.value = String(value)
  const instant = timeText(now)
  output.textContent = instant
  slider.setAttribute('aria-valuetext', `${instant}, ${shown?.status ?? 'nothing is known yet'}`)
  back.disabled = value <= 0
  on.disabled = value >= last
}

function drawStops({ stops: all }: Scale): void {
  const text = JSON.stringify(all)
  if (text === drawn) return
  drawn = text
  const hasWords = all.length <= MOST_WORDS
  stops.replaceChildren(
    ...all.map(({ words, status }, i) => {
      const label = hasWords ? words.join(', ') : ''
      const kind = status === undefined ? 'none' : OUTCOMES[status]
      const stop = element(
        'span',
        { class: `stop ${kind} row${i % 2}` },
        element('span', {}, label),
      )
      stop.style.left = `${(100 * i) / (all.length - 1)}%`
      return stop
    }),
  )
}
