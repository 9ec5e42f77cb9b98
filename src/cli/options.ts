import { parseArgs } from 'node:util'
import { alert, notification, otp, type Policy, type Provider } from '../index.ts'
import { calendarOf } from '../explain/calendar.ts'
import { anyProvider, providers } from '../providers/index.ts'
import { checkTimeZone } from '../receipts/check-time-zone.ts'
import { GROUPS, type GroupBy } from './group-by.ts'
import { instantOf } from './instant.ts'
import { messageOf, Misuse } from './misuse.ts'
import { policyIn } from './policy-file.ts'

/** The options as Node's parser takes them, with what the help says of each. */
export const OPTIONS = {
  provider: {
    type: 'string',
    value: 'NAME',
    help: 'whose receipts they are; found out for each by default',
  },
  flow: {
    type: 'string',
    value: 'FLOW',
    help: 'what the messages are for: otp, alert, or notification by default; an item’s own `flow` goes before it',
  },
  policy: {
    type: 'string',
    value: 'FILE',
    help: 'a policy of your own, as JSON, in place of a flow',
  },
  now: {
    type: 'string',
    value: 'INSTANT',
    help: 'when it is (ISO 8601, or ms since the epoch), yet never before a message’s last receipt; the present by default',
  },
  message: { type: 'string', value: 'ID', help: 'only this message' },
  explain: {
    type: 'boolean',
    help: 'tell each message’s story: its timeline, what is shown, why, and what to do next',
  },
  metrics: { type: 'boolean', help: 'print rates and times in place of the messages' },
  'group-by': {
    type: 'string',
    value: 'KEY',
    help: 'count by provider, flow or country-code, in --metrics and --html',
  },
  csv: { type: 'boolean', help: 'print CSV, with a header' },
  json: {
    type: 'boolean',
    help: 'print one state per line as JSON, and nothing else; with --explain its timeline too',
  },
  html: {
    type: 'string',
    value: 'FILE',
    help: 'write a page with the numbers and every message’s story to this file, too',
  },
  'time-zone': {
    type: 'string',
    value: 'ZONE',
    help: 'the zone in which times are printed (Europe/Berlin); UTC by default',
  },
  'receipt-zone': {
    type: 'string',
    value: 'ZONE',
    help: 'the zone of times in receipts that name none (Europe/Berlin, +02:00); UTC by default',
  },
  issues: {
    type: 'string',
    value: 'FILE',
    help: 'write what could not be read to this file, as it was received',
  },
  help: { type: 'boolean', short: 'h', help: 'print this' },
  version: { type: 'boolean', help: 'print the version' },
} as const

/** What the command is asked for. */
export interface Options {
  /** `-` is the standard input. */
  readonly files: readonly string[]
  readonly provider: Provider
  /** Of a message of which no item names a flow. */
  readonly policy: Policy
  /** By the names that an item may give as its flow. */
  readonly policies: Readonly<Record<string, Policy>>
  readonly policyFile: string | undefined
  /** Nobody named a flow or a policy. */
  readonly isPolicyAssumed: boolean
  /** ms since the epoch; undefined for the present. */
  readonly now: number | undefined
  readonly message: string | undefined
  readonly explain: boolean
  readonly metrics: boolean
  readonly groupBy: GroupBy | undefined
  readonly csv: boolean
  readonly json: boolean
  readonly html: string | undefined
  readonly timeZone: string
  readonly receiptZone: string
  readonly issues: string | undefined
}

/** @throws Misuse for an option that is wrong, and for a policy file that cannot be read */
export function optionsOf(args: readonly string[]): Options | 'help' | 'version' {
  const { values, positionals } = parsed(args)
  if (values.help) return 'help'
  if (values.version) return 'version'
  const { provider, flow, policy: policyFile, now, message, issues, html } = values
  const {
    explain = false,
    metrics = false,
    csv = false,
    json = false,
    'group-by': groupBy,
  } = values
  checkTogether({ '--flow': flow !== undefined, '--policy': policyFile !== undefined })
  checkTogether({ '--csv': csv, '--json': json })
  checkTogether({ '--explain': explain, '--csv': csv })
  checkTogether({ '--explain': explain, '--metrics': metrics })
  if (groupBy !== undefined && !metrics && html === undefined)
    throw new Misuse('--group-by is for --metrics and --html; add one of them')
  if (issues === '-')
    throw new Misuse(
      '--issues - would mix issues with the result on the standard output; name a file',
    )
  if (html === '-')
    throw new Misuse(
      '--html - would mix the page with the result on the standard output; name a file',
    )
  const own = policyFile === undefined ? undefined : policyIn(policyFile)
  const policies = { otp, alert, notification, ...(own && { [own.name]: own }) }
  const timeZone = zoneOf('time-zone', values['time-zone'], IANA, (zone) => calendarOf(zone, ''))
  return {
    files: positionals.length > 0 ? positionals : ['-'],
    provider: provider === undefined ? anyProvider : oneOf('provider', providers, provider),
    policy: own ?? oneOf('flow', policies, flow ?? 'notification'),
    policies,
    policyFile,
    isPolicyAssumed: flow === undefined && policyFile === undefined,
    now: now === undefined ? undefined : instantIn(now, timeZone),
    message,
    explain,
    metrics,
    groupBy: groupBy === undefined ? undefined : oneOf('group-by', GROUPS, groupBy),
    csv,
    json,
    html,
    timeZone,
    receiptZone: zoneOf(
      'receipt-zone',
      values['receipt-zone'],
      `${IANA} or an offset such as +02:00`,
      (zone) => checkTimeZone(zone, '', ''),
    ),
    issues,
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    // Its first sentence says what is wrong.
    throw new Misuse(
      error instanceof Error ? error.message.split(/\.? (?=To specify)|\.?\n/)[0] : String(error),
    )
  }
}

/** @throws Misuse where two options are there that exclude each other */
function checkTogether(options: Readonly<Record<string, boolean>>): void {
  if (!Object.values(options).every(Boolean)) return
  throw new Misuse(`${Object.keys(options).join(' and ')} exclude each other; give one of them`)
}

function oneOf<Value>(
  option: string,
  values: Readonly<Record<string, Value>>,
  name: string,
): Value {
  const value = Object.hasOwn(values, name) ? values[name] : undefined
  if (value === undefined) {
    throw new Misuse(
      `--${option} must be one of ${Object.keys(values).join(', ')}, got ${JSON.stringify(name)}`,
    )
  }
  return value
}

const IANA = 'an IANA time zone such as Europe/Berlin'

function zoneOf(
  option: string,
  zone = 'UTC',
  must: string,
  check: (zone: string) => unknown,
): string {
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
    return instantOf(
      text,
      zone,
      '--now',
      'Write it like 2026-11-20, 2026-11-20T12:00Z or 1795176000000.',
    )
  } catch (error) {
    throw new Misuse(messageOf(error))
  }
}
