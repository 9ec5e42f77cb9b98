import { byId, element, pill } from './dom.ts'
import { PAGE, type ListAnswer, type RowAnswer } from './protocol.ts'

const section = byId('messages', HTMLElement)
const counts = byId('counts', HTMLElement)
const rows = byId('rows', HTMLOListElement)
const find = byId('find-label', HTMLElement)
const pager = byId('pager', HTMLElement)
const pageText = byId('page-text', HTMLElement)
const before = byId('page-before', HTMLButtonElement)
const after = byId('page-after', HTMLButtonElement)

/** What the list shows already: rows that stay keep the focus. */
let shown = ''

/** Tells what is searched for, and of a step to another page. */
export function onList(search: (text: string) => void, turn: (step: number) => void): void {
  const input = byId('find', HTMLInputElement)
  input.addEventListener('input', () => search(input.value))
  before.addEventListener('click', () => turn(-1))
  after.addEventListener('click', () => turn(1))
}

/** One page of the messages. */
export function showList(
  { messages, found, page, rows: list, statuses }: ListAnswer,
  selected: string | undefined,
  select: (id: string) => void,
): void {
  section.hidden = messages < 2
  find.hidden = messages <= PAGE
  counts.replaceChildren(
    `${messages.toLocaleString('en')} messages`,
    ...statuses.map(([status, count]) => {
      const chip = pill(status)
      chip.append(` ${count.toLocaleString('en')}`)
      return chip
    }),
  )
  const text = JSON.stringify(list)
  if (text !== shown) {
    shown = text
    rows.replaceChildren(...list.map((row) => rowOf(row, select)))
  }
  list.forEach(({ id }, i) => {
    const button = rows.children[i]?.firstElementChild
    if (id === selected) button?.setAttribute('aria-current', 'true')
    else button?.removeAttribute('aria-current')
  })
  const first = page * PAGE
  pager.hidden = found <= PAGE
  pageText.textContent = `${first + 1} to ${first + list.length} of ${found.toLocaleString('en')}`
  before.disabled = page === 0
  after.disabled = first + list.length >= found
}

function rowOf(
  { id, status, action, notes }: RowAnswer,
  select: (id: string) => void,
): HTMLElement {
  const button = element(
    'button',
    { type: 'button' },
    element('span', { class: 'id' }, id),
    pill(status),
    element('span', { class: 'action' }, action),
    element('span', { class: 'notes' }, notes),
  )
  button.addEventListener('click', () => select(id))
  return element('li', {}, button)
}
