import { byId, element, plural } from './dom.ts'
import type { ReadingAnswer } from './protocol.ts'

const read = byId('read', HTMLElement)
const issues = byId('issues', HTMLElement)

/** Whose receipts there are, and what could not be read, each with a way to its line. */
export function showReading(answer: ReadingAnswer, goTo: (line: number) => void): void {
  const { receipts, providers, issueCount } = answer
  read.replaceChildren(
    plural(receipts, 'receipt'),
    ...providers.map(([name, count]) =>
      name === undefined
        ? element('span', { class: 'chip wrong' }, `not recognized ${count}`)
        : element('span', { class: 'chip' }, `${name} ${count}`),
    ),
  )
  issues.hidden = issueCount === 0
  const items = answer.issues.map(({ line, message }) => {
    const button = element('button', { type: 'button', class: 'link' }, `line ${line}`)
    button.addEventListener('click', () => goTo(line))
    return element('li', {}, button, ` ${message}`)
  })
  const more = issueCount - answer.issues.length
  issues.replaceChildren(
    element('h3', {}, `${plural(issueCount, 'line')} could not be read`),
    element('ul', { tabindex: '0' }, ...items),
    ...(more > 0 ? [element('p', {}, `… and ${more.toLocaleString('en')} more`)] : []),
  )
}
