import { stylesheet } from 'sms-delivery-state/explain'
import { Asker } from './asker.ts'
import { onDrag } from './clock-view.ts'
import { byId } from './dom.ts'
import { Gutter } from './gutter.ts'
import { fromHash, type Shared } from './link.ts'
import { onList, showList } from './list-view.ts'
import { choosePolicy, chosenPolicy, onPolicy, showPolicy } from './policy-view.ts'
import type { Answer, Question } from './protocol.ts'
import { showReading } from './reading-view.ts'
import { hideLink, onShare } from './share-view.ts'
import { onSources, showChosen } from './sources.ts'
import { stories, type Story } from './stories.ts'
import { showStory } from './story-view.ts'

const text = byId('receipts', HTMLTextAreaElement)
const problem = byId('problem', HTMLElement)
const empty = byId('empty', HTMLElement)

/** What is asked for, beside the text and the policy, which the page itself holds. */
interface View {
  now?: number | undefined
  listNow?: number | undefined
  message?: string | undefined
  find: string
  page: number
  orders: number
}

let view: View = { find: '', page: 0, orders: 0 }
/** The message whose story is told. */
let told: string | undefined
let isNewText = true

const gutter = new Gutter(text, byId('lines', HTMLElement))
const asker = new Asker(question, show, () =>
  tell('Something went wrong in here. The receipts stay where they are; please report it.'),
)

function question(): Question {
  const asked = { ...view, policy: chosenPolicy(), ...(isNewText && { text: text.value }) }
  isNewText = false
  return asked
}

function show(answer: Answer, isOld: boolean): void {
  const { reading, policyProblems, policyName, problem: wrong, list, story } = answer
  if (reading !== undefined) {
    gutter.show(reading)
    showReading(reading, (line) => gutter.goTo(line))
  }
  showPolicy(policyProblems, policyName)
  tell(wrong)
  told = story?.id
  if (!isOld) view.page = list.page
  showList(list, told, (message) => change({ message, now: undefined, listNow: undefined }))
  showStory(story, isOld)
  empty.hidden = story !== undefined || wrong !== undefined
}

function tell(what: string | undefined): void {
  problem.hidden = what === undefined
  problem.textContent = what ?? ''
}

function change(changes: Partial<View>): void {
  view = { ...view, ...changes }
  asker.ask()
}

/** Other receipts: nothing of what was looked at holds for them. */
function take({ text: receipts, policy, now, message }: Partial<Shared>, story?: Story): void {
  text.value = receipts ?? ''
  text.scrollTop = 0
  if (policy !== undefined) choosePolicy(policy)
  isNewText = true
  showChosen(story)
  hideLink()
  gutter.redraw()
  change({ now, message, listNow: undefined, page: 0, orders: 0 })
}

const takeStory = (story: Story): void =>
  take({ text: story.text, policy: story.flow, now: Date.parse(story.now) }, story)

/** What a link says, or else a story to begin with. */
async function begin(): Promise<void> {
  const shared = await fromHash(location.hash)
  if (shared !== undefined) return take(shared)
  takeStory(stories[0]!)
}

text.addEventListener('input', () => {
  isNewText = true
  view = { ...view, now: undefined, listNow: undefined, orders: 0 }
  showChosen(undefined)
  asker.askSoon()
})
onSources({ takeText: (receipts) => take({ text: receipts }), takeStory, refuse: tell })
onPolicy(
  () => asker.ask(),
  () => asker.askSoon(),
)
onList(
  (find) => change({ find, page: 0 }),
  (step) => change({ page: view.page + step }),
)
// The list of many messages is made anew when the hand is off the slider.
onDrag((now, isDone) => change({ now, listNow: isDone ? undefined : (view.listNow ?? view.now) }))
byId('shuffle', HTMLButtonElement).addEventListener('click', () =>
  change({ orders: view.orders + 1 }),
)
onShare(() => ({ text: text.value, policy: chosenPolicy(), now: view.now, message: told }))
window.addEventListener('hashchange', () => void begin())
// The look of the timeline, as a style sheet that no Content-Security-Policy minds.
const sheet = new CSSStyleSheet()
sheet.replaceSync(stylesheet)
document.adoptedStyleSheets.push(sheet)
void begin()
