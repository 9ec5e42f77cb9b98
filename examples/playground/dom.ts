import { OUTCOMES, type Status } from 'sms-delivery-state'

/** An element of the page's own markup. */
export function byId<Type extends Element>(id: string, type: new () => Type): Type {
  const found = document.getElementById(id)
  if (found instanceof type) return found
  throw new Error(`#${id} is no ${type.name}`)
}

/** An element with texts and other elements in it. Nothing here is ever read as markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

/** A status in the color of what it comes to. */
export const pill = (status: Status | undefined): HTMLElement =>
  element(
    'span',
    { class: `pill ${status === undefined ? 'none' : OUTCOMES[status]}` },
    status ?? '—',
  )

export const plural = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`

/** `2026-11-21 09:05:00 UTC` */
export const timeText = (instant: number): string =>
  Math.abs(instant) < 8.64e15
    ? `${new Date(instant).toISOString().replace('T', ' ').replace('.000', '').replace('Z', '')} UTC`
    : 'beyond the calendar'
