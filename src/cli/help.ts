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

Reduces SMS delivery receipts, in any order and with any repeats, to one state a message, and prints it. Reads files, or the standard
input for - or where no file is named: a JSON array, or a receipt a line (JSON, form-encoded, SMPP). A receipt is as the provider sent
it, or { "body": …, "receivedAt": …, "messageId": …, "attemptId": …, "provider": … }.
`

const FOOT = `Exit code: 0; 1 where something could not be read, or the message asked for is not there; 2 where it cannot begin, or print.`
