/**
 * The look of what `toHtml` gives: put it into the page once, as a file of your own or in a
 * `<style>` element. All of it is under the class `sms-delivery`. It sets no color, so that the
 * fragment has those of the page, light or dark.
 *
 * @example
 * ```ts
 * console.log(stylesheet.startsWith('.sms-delivery')) // → true
 * ```
 */
export const stylesheet = `.sms-delivery { font: 14px/1.5 system-ui, sans-serif; }
.sms-delivery h2 { font-size: 1.25em; margin: 0 0 .5em; overflow-wrap: anywhere; }
.sms-delivery .sms-scroll { overflow-x: auto; margin: 0 0 1em; }
.sms-delivery svg { display: block; }
.sms-delivery table { border-collapse: collapse; width: 100%; margin: 0 0 1em; }
.sms-delivery th, .sms-delivery td { padding: .3em .75em .3em 0; text-align: start; vertical-align: top; }
.sms-delivery th { font-weight: 600; }
.sms-delivery tbody th { font-weight: 400; font-variant-numeric: tabular-nums; white-space: nowrap; }
.sms-delivery tr { border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
.sms-delivery td[colspan] { font-weight: 600; }
.sms-delivery dl { display: grid; grid-template-columns: max-content 1fr; gap: .15em 1em; margin: 0; }
.sms-delivery dt { grid-column: 1; font-weight: 600; }
.sms-delivery dd { grid-column: 2; margin: 0; overflow-wrap: anywhere; }
@media (max-width: 40em) {
  .sms-delivery thead { position: absolute; clip-path: inset(50%); }
  .sms-delivery tr { display: flex; flex-wrap: wrap; padding: .3em 0; }
  .sms-delivery th, .sms-delivery td { padding-block: 0; }
  .sms-delivery tr > :last-child { flex-basis: 100%; }
}
`
