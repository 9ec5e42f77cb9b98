import { parseArgs } from 'node:util'
import { alert, notification, otp, type Policy, type Provider } from '../index.ts'
import { calendarOf } from '../explain/calendar.ts'
import { anyProvider, providers } from '../providers/index.ts'
import { checkTimeZone } from '../receipts/check-time-zone.ts'
import { instantOf } from './instant.ts'
import { messageOf, Misuse } from './misuse.ts'
import { policyIn } from './policy-file.ts'

/** The options as Node's parser takes them, with what the help says of each. */
export const OPTIONS = {
  provider: { type: 'string', value: 'NAME', help: 'whose receipts they are; found out for each unless told' },
  flow: { type: 'string', value: 'FLOW', help: 'what the messages are for: otp, alert, or notification unless told' },
  policy: { type: 'string', value: 'FILE', help: 'a policy of your own, as JSON, in place of a flow' },
  now: {
    type: 'string',
    value: 'INSTANT',
    help: 'when it is (ISO 8601, or ms since the epoch), yet never before a message’s last receipt; the present unless told',
  },
  message: { type: 'string', value: 'ID', help: 'only this message' },
  explain: { type: 'boolean', help: 'tell each message’s story: its timeline, what is shown, why, and what to do next' },
  json: { type: 'boolean', help: 'a state a line as JSON, and nothing else; with --explain its timeline too' },
  'time-zone': { type: 'string', value: 'ZONE', help: 'the zone in which times are printed (Europe/Berlin); UTC unless told' },
  'receipt-zone': {
    type: 'string',
    value: 'ZONE',
    help: 'the zone of times in receipts that name none (Europe/Berlin, +02:00); UTC unless told',
  },
  issues: { type: 'string', value: 'FILE', help: 'write what could not be read to this file, as it was received' },
  help: { type: 'boolean', short: 'h', help: 'print this' },
  version: { type: 'boolean', help: 'print the version' },
} as const

/** What the command is asked for. */
export interface Options {
  /** `-` is the standard input. */
  readonly files: readonly string[]
  readonly provider: Provider
  readonly policy: Policy
  readonly policyFile: string | undefined
  /** Nobody named a flow or a policy. */
  readonly isPolicyAssumed: boolean
  /** ms since the epoch; undefined for the present. */
  readonly now: number | undefined
  readonly message: string | undefined
  readonly explain: boolean
  readonly json: boolean
  readonly timeZone: string
  readonly receiptZone: string
  readonly issues: string | undefined
}

/** @throws Misuse for an option that is wrong, and for a policy file that cannot be read */
export function optionsOf(args: readonly string[]): Options | 'help' | 'version' {
  const { values, positionals } = parsed(args)
  if (values.help) return 'help'
  if (values.version) return 'version'
  const { provider, flow, policy, now, message, explain = false, json = false, issues } = values
  if (flow !== undefined && policy !== undefined) throw new Misuse('--flow and --policy exclude each other; give one of them')
  if (issues === '-') throw new Misuse('--issues - would mix issues with the result on the standard output; name a file')
  const timeZone = zoneOf('time-zone', values['time-zone'], IANA, (zone) => calendarOf(zone, ''))
  return {
    files: positionals.length > 0 ? positionals : ['-'],
    provider: provider === undefined ? anyProvider : oneOf('provider', providers, provider),
    policy: policy === undefined ? oneOf('flow', { otp, alert, notification }, flow ?? 'notification') : policyIn(policy),
    policyFile: policy,
    isPolicyAssumed: flow === undefined && policy === undefined,
    now: now === undefined ? undefined : instantIn(now, timeZone),
    message,
    explain,
    json,
    timeZone,
    receiptZone: zoneOf('receipt-zone', values['receipt-zone'], `${IANA} or an offset such as +02:00`, (zone) =>
      checkTimeZone(zone, '', ''),
    ),
    issues,
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    // Its first sentence says what is wrong.
    throw new Misuse(error instanceof Error ? error.message.split(/\.? (?=To specify)|\.?\n/)[0] : String(error))
  }
}

function oneOf<Value>(option: string, values: Readonly<Record<string, Value>>, name: string): Value {
  const value = Object.hasOwn(values, name) ? values[name] : undefined
  if (value === undefined) {
    throw new Misuse(`--${option} must be one of ${Object.keys(values).join(', ')}, got ${JSON.stringify(name)}`)
  }
  return value
}

const IANA = 'an IANA time zone such as Europe/Berlin'

function zoneOf(option: string, zone = 'UTC', must: string, check: (zone: string) => unknown): string {
  try {
    check(zone)
    return zone
  } catch {
    throw new Misuse(`--${option} must be ${must}, got ${JSON.stringify(zone)}`)
  }
}

/** A date alone is its midnight. */
function instantIn(now: string, zone: string): number {
  const text = now.replace(/^\d{4}-\d\d-\d\d$/, '$&T00:00')
  try {
    return instantOf(text, zone, '--now', 'Write it like 2026-11-20, 2026-11-20T12:00Z or 1795176000000.')
  } catch (error) {
    throw new Misuse(messageOf(error))
  }
}
