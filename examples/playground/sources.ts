import { byId, element } from './dom.ts'
import { stories, type Story } from './stories.ts'

/** In bytes: more would fill the memory of a phone. */
const LARGEST = 20_000_000

/**
 * In characters: browsers put what is longer into a field line by line, which takes Chromium minutes
 * for 10,000 lines.
 */
const LONG_PASTE = 20_000

const editor = byId('editor', HTMLElement)
const field = byId('receipts', HTMLTextAreaElement)
const select = byId('stories', HTMLSelectElement)
const input = byId('files', HTMLInputElement)
const clear = byId('clear', HTMLButtonElement)

interface Takers {
  readonly takeText: (text: string) => void
  readonly takeStory: (story: Story) => void
  readonly refuse: (why: string) => void
}

/** Where receipts come from, beside the keyboard: stories, files that are opened or dropped. */
export function onSources({ takeText, takeStory, refuse }: Takers): void {
  select.append(
    element('option', { value: '' }, 'Choose one …'),
    ...stories.map(({ number, title }) =>
      element('option', { value: String(number) }, number === 0 ? title : `${number}. ${title}`),
    ),
  )
  select.addEventListener('change', () => {
    const story = stories.find(({ number }) => String(number) === select.value)
    if (story !== undefined) takeStory(story)
  })
  clear.addEventListener('click', () => takeText(''))
  const open = async (list: readonly File[]) => {
    if (list.reduce((sum, { size }) => sum + size, 0) > LARGEST)
      return refuse('That is more than 20 MB; the command reads logs of any size.')
    const texts = await Promise.all(list.map((file) => file.text()))
    takeText(texts.join('\n'))
  }
  field.addEventListener('paste', (event) => {
    const pasted = event.clipboardData?.getData('text/plain') ?? ''
    if (pasted.length < LONG_PASTE) return
    event.preventDefault()
    field.setRangeText(pasted, field.selectionStart, field.selectionEnd, 'end')
    field.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste' }))
  })
  const cannotRead = () => refuse('The file could not be read.')
  input.addEventListener('change', () => {
    open([...(input.files ?? [])]).catch(cannotRead)
    input.value = ''
  })
  const hold = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    editor.classList.add('over')
  }
  // Anywhere on the page: a file beside the field would else take the page's place.
  document.addEventListener('dragover', hold)
  document.addEventListener('dragleave', () => editor.classList.remove('over'))
  document.addEventListener('drop', (event) => {
    editor.classList.remove('over')
    const dropped = [...(event.dataTransfer?.files ?? [])]
    if (dropped.length === 0) return
    event.preventDefault()
    open(dropped).catch(cannotRead)
  })
}

export function showChosen(story: Story | undefined): void {
  select.value = story === undefined ? '' : String(story.number)
}
