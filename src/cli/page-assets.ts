import { stylesheet } from '../explain/index.ts'

/** The look of the page, and of the stories in it. */
export const STYLE = `${stylesheet}
body { font: 15px/1.5 system-ui, sans-serif; margin: 0; }
main { max-width: 76em; margin: 0 auto; padding: 1.5em; }
h1 { font-size: 1.6em; line-height: 1.25; margin: 0 0 .3em; }
h2 { font-size: 1.2em; }
.numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(30em, 100%), 1fr)); gap: 1em 2.5em; }
.numbers h2 { grid-column: 1 / -1; margin: 0; }
figure { margin: 0; }
figcaption { font-weight: 600; }
figure svg { max-width: 100%; height: auto; }
.wide { overflow-x: auto; }
.wide table { border-collapse: collapse; margin: 1em 0; white-space: nowrap; font-variant-numeric: tabular-nums; }
.wide th, .wide td { text-align: start; padding: .2em 1.2em .2em 0; border-bottom: 1px solid #8884; }
input { font: inherit; width: min(24em, 100%); box-sizing: border-box; }
ol { list-style: none; padding: 0; margin: 0; content-visibility: auto; contain-intrinsic-size: auto 210em; }
form { margin-bottom: 1em; }
li { border-bottom: 1px solid #8884; border-inline-start: .35em solid #8888; }
li.delivered { border-inline-start-color: #2a9d5c; }
li.failed { border-inline-start-color: #c8403a; }
li.uncertain { border-inline-start-color: #c98a12; }
[hidden] { display: none; }
summary { display: grid; grid-template-columns: 4fr 6em 12.5em 4.5em 4.5em 7.5em 4fr; gap: 0 .8em; padding: .25em .8em; cursor: pointer; }
summary:hover { background: #8882; }
summary span { overflow-wrap: anywhere; }
summary span:first-child { font-weight: 600; }
.sms-delivery { padding: .8em; }
@media (max-width: 52em) { summary { grid-template-columns: 1fr 1fr; padding-block: .5em; } }
`

/** Draws a story when it is opened, and filters the list. */
export const SCRIPT = `
const form = document.querySelector('form')
const [input, output] = form.elements
document.addEventListener('toggle', ({ target }) => {
  const story = target.querySelector('noscript')
  if (story) story.outerHTML = story.textContent
}, true)
const texts = new Map()
for (const item of document.querySelectorAll('li')) texts.set(item, item.querySelector('summary').textContent.toLowerCase())
input.addEventListener('input', () => {
  const wanted = input.value.trim().toLowerCase()
  let found = 0
  for (const [item, text] of texts) {
    const isFound = text.includes(wanted)
    found += isFound
    if (item.hidden === isFound) item.hidden = !isFound
  }
  output.textContent = wanted === '' ? '' : found + ' of ' + texts.size
})
form.addEventListener('submit', (event) => event.preventDefault())
form.hidden = false
`
