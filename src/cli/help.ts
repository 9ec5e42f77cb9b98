import { OPTIONS } from './options.ts'

/** What `--help` prints. */
export function helpText(): string {
  const options = Object.entries(OPTIONS).map(([name, option]): [string, string] => [
    `  ${'short' in option ? `-${option.short}, ` : ''}--${name}${'value' in option ? ` ${option.value}` : ''}`,
    option.help,
  ])
  const width = Math.max(...options.map(([left]) => left.length))
  return `${HEAD}\n${options.map(([left, right]) => `${left.padEnd(width)}  ${right}`).join('\n')}\n\n${FOOT}`
}

const HEAD = `Usage: sms-delivery-state [OPTION…] [FILE…]

Reduces SMS delivery receipts, in any order and with any repeats, to one state per message, and prints it. Reads files, or the
standard input for - or if no file is named: a JSON array, or one receipt per line (JSON, form-encoded, SMPP). A receipt is as the
provider sent it, or { "body": …, "receivedAt": …, "messageId": …, "attemptId": …, "provider": …, "flow": …, "country": … }.
`

const FOOT = `Exit code: 0; 1 if something could not be read, or the message asked for is not there; 2 if it cannot begin, or print.`
