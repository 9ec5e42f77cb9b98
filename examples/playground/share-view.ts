import { byId } from './dom.ts'
import { toHash, type Shared } from './link.ts'

/** In characters: what is longer is cut by mail programs and chats. */
const LONGEST = 60_000

const copied = byId('copied', HTMLElement)
const field = byId('link', HTMLInputElement)
const snippet = byId('snippet', HTMLElement)

/** The buttons that copy a snippet, or a link with what `shared` gives. */
export function onShare(shared: () => Shared): void {
  byId('copy-code', HTMLButtonElement).addEventListener('click', () => {
    void copy(snippet.textContent, 'The code')
  })
  byId('copy-link', HTMLButtonElement).addEventListener('click', () => {
    void copyLink(shared())
  })
}

export function hideLink(): void {
  field.hidden = true
  copied.textContent = ''
}

async function copyLink(shared: Shared): Promise<void> {
  const hash = await toHash(shared)
  if (hash.length > LONGEST) {
    copied.textContent = 'These are too many receipts for a link; copy the code of one message.'
    return
  }
  history.replaceState(null, '', hash)
  field.value = location.href
  field.hidden = false
  await copy(location.href, 'The link')
}

async function copy(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    copied.textContent = `${what} is copied.`
  } catch {
    copied.textContent = `The browser lets nobody copy here; select ${what.toLowerCase()} below.`
  }
}
