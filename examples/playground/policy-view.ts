import { byId, element } from './dom.ts'
import { FLOWS, isFlow } from './flows.ts'

const flows = byId('flows', HTMLFieldSetElement)
const own = byId('own', HTMLElement)
const text = byId('policy', HTMLTextAreaElement)
const problems = byId('policy-problems', HTMLElement)

let flow = 'otp'

/** One of our flows, or a policy as JSON. */
export const chosenPolicy = (): string => (isFlow(flow) ? flow : text.value)

export function choosePolicy(policy: string): void {
  choose(isFlow(policy) ? policy : 'own')
  if (!isFlow(policy)) text.value = policy
}

/** `edited` is told of each key, `chosen` of another flow. */
export function onPolicy(chosen: () => void, edited: () => void): void {
  flows.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return
    if (target.value === 'own' && text.value === '') text.value = changesOf(flow)
    choose(target.value)
    chosen()
  })
  text.addEventListener('input', edited)
}

/** What is wrong with it; meanwhile the last right one, of that name, holds. */
export function showPolicy(wrong: readonly string[], inForce: string): void {
  text.setAttribute('aria-invalid', String(wrong.length > 0))
  problems.replaceChildren(
    ...(wrong.length > 0
      ? [
          element('ul', {}, ...wrong.map((each) => element('li', {}, each))),
          element('p', {}, `Until that is right, the policy ${inForce} holds.`),
        ]
      : [element('p', { class: 'right' }, `The policy ${inForce} holds.`)]),
  )
}

function choose(value: string): void {
  flow = value
  own.hidden = value !== 'own'
  for (const input of flows.querySelectorAll('input')) input.checked = input.value === value
}

/** To begin with: some of what the flow says, to be changed. */
function changesOf(base: string): string {
  const { name, window, slowAfter, terminal, silence, maxAttempts } = isFlow(base)
    ? FLOWS[base]
    : FLOWS.otp
  const changes = { window, slowAfter, silence, maxAttempts, terminal }
  const file = { extends: name, name: `my-${name}`, ...changes }
  return JSON.stringify(file, null, 2).replace(/\[[^\]]*\]/g, (list) => list.replace(/\s+/g, ' '))
}
