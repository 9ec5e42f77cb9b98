import type { Status } from 'sms-delivery-state'
import { showClock } from './clock-view.ts'
import { byId, element, pill, plural } from './dom.ts'
import type { Order } from './orders.ts'
import type { StoryAnswer } from './protocol.ts'

const story = byId('story', HTMLElement)
const name = byId('verdict-id', HTMLElement)
const status = byId('status', HTMLElement)
const meaning = byId('meaning', HTMLElement)
const next = byId('next', HTMLElement)
const lastWins = byId('last-wins', HTMLElement)
const firstWins = byId('first-wins', HTMLElement)
const told = byId('told', HTMLElement)
const snippet = byId('snippet', HTMLElement)
const orderRows = byId('orders-rows', HTMLElement)
const ordersText = byId('orders-text', HTMLElement)

/** Of many orders the last ones are listed. */
const MOST_ORDERS = 6

let drawn = ''

export function showStory(answer: StoryAnswer | undefined, isOld: boolean): void {
  story.hidden = answer === undefined
  if (answer === undefined) return
  const { id, shown, orders } = answer
  name.textContent = id
  const [asCame] = orders
  status.replaceChildren(pill(shown?.status), shown?.isSettled ? ' settled' : '')
  meaning.textContent = shown?.meaning ?? 'At that instant nothing was known of it yet.'
  next.textContent = shown === undefined ? '' : `Next: ${shown.action} – ${shown.advice}.`
  other(lastWins, asCame?.lastWins, shown?.status)
  other(firstWins, asCame?.firstFinalWins, shown?.status)
  showClock(answer, isOld)
  showOrders(answer)
  if (drawn !== (shown?.html ?? '')) {
    drawn = shown?.html ?? ''
    // The library has escaped all that a receipt says.
    told.innerHTML = drawn
  }
  snippet.textContent = answer.snippet || 'Too many receipts for a snippet.'
}

/** What another rule shows, and whether it is wrong by ours. */
function other(place: HTMLElement, theirs: Status | undefined, ours: Status | undefined): void {
  const note = theirs === ours ? element('small', {}, 'the same here') : '✗'
  place.replaceChildren(pill(theirs), ' ', note)
  place.parentElement?.classList.toggle('differs', theirs !== ours)
}

function showOrders({ orders, same }: StoryAnswer): void {
  orderRows.replaceChildren(...orders.slice(-MOST_ORDERS).map(rowOf))
  const kinds = (pick: (order: Order) => Status | undefined) => new Set(orders.map(pick)).size
  if (same === undefined) {
    ordersText.textContent = 'Press it, and see which column changes.'
    return
  }
  const [last, first] = [kinds((order) => order.lastWins), kinds((order) => order.firstFinalWins)]
  const isSame = orders.every((order) => order.isSame) && same.equal === same.messages
  ordersText.textContent = [
    isSame
      ? `Nothing changed in any field of ${plural(same.messages, 'message')}.`
      : `${same.messages - same.equal} of ${plural(same.messages, 'message')} changed: please report it.`,
    `In ${plural(orders.length, 'order')}, last write wins showed ${last} ${last === 1 ? 'status' : 'statuses'},`,
    `first final wins ${first}.`,
  ].join(' ')
}

function rowOf({ arrived, more, ours, lastWins: last, firstFinalWins: first }: Order): HTMLElement {
  const cell = (theirs: Status | undefined) =>
    element('td', { class: theirs === ours ? '' : 'differs' }, pill(theirs))
  return element(
    'tr',
    {},
    element(
      'td',
      { class: 'arrived' },
      ...arrived.map((each) => pill(each)),
      more > 0 ? ` … and ${more} more` : '',
    ),
    element('td', { class: 'ours' }, pill(ours)),
    cell(last),
    cell(first),
  )
}
