import { checkObject, checkOneOf } from '../event/check.ts'
import { throwMisuse } from '../event/throw-misuse.ts'
import { LAST_BUCKET } from './buckets.ts'
import { emptyCounts, emptyProviderCounts, type Numbers } from './counts.ts'
import type { GroupSummary, Summary } from './summary.ts'

const REMEDY = 'Pass what summarize or mergeSummaries gave.'

/** A summary may come back from a database, or from an older version of this library. */
export function checkSummary(summary: Summary, where: string, field: string): void {
  checkObject(summary, where, field, REMEDY)
  checkOneOf([1], summary.v, where, `${field}.v`, 'Summarize the states anew.')
  checkList(summary.groups, where, `${field}.groups`)
  summary.groups.forEach((group, i) => checkGroup(group, where, `${field}.groups[${i}]`))
}

export function checkGroup(group: GroupSummary, where: string, field: string): void {
  checkCounts(emptyCounts(), group, where, field)
  checkLabel(group.key, where, `${field}.key`)
  checkFrequencies(group, 'deliveredAfter', LAST_BUCKET, where, field)
  checkFrequencies(group, 'openAfter', LAST_BUCKET, where, field)
  checkFrequencies(group, 'attempts', Infinity, where, field)
  checkList(group.codes, where, `${field}.codes`)
  checkList(group.providers, where, `${field}.providers`)
  group.codes.forEach((row, i) => {
    checkCounts({ messages: 0 }, row, where, `${field}.codes[${i}]`)
    if (typeof row.code !== 'string')
      throwMisuse(where, `${field}.codes[${i}].code`, 'a text', row.code, REMEDY)
    checkLabel(row.provider, where, `${field}.codes[${i}].provider`)
  })
  group.providers.forEach((row, i) => {
    checkCounts(emptyProviderCounts(), row, where, `${field}.providers[${i}]`)
    checkLabel(row.provider, where, `${field}.providers[${i}].provider`)
  })
}

function checkFrequencies(
  group: GroupSummary,
  name: 'deliveredAfter' | 'openAfter' | 'attempts',
  most: number,
  where: string,
  field: string,
): void {
  checkList(group[name], where, `${field}.${name}`)
  group[name].forEach((pair: unknown, i) => {
    const isPair =
      Array.isArray(pair) && pair.length === 2 && pair.every(isCount) && Number(pair[0]) <= most
    if (!isPair)
      throwMisuse(where, `${field}.${name}[${i}]`, 'a pair of whole numbers', pair, REMEDY)
  })
}

/** Any text may be a group's key; what is empty is left out. */
function checkLabel(value: unknown, where: string, field: string): void {
  if (value !== undefined && (typeof value !== 'string' || value === ''))
    throwMisuse(where, field, 'a text that is not empty', value, REMEDY)
}

/** Every count that the template has is there. */
function checkCounts(template: Numbers, value: unknown, where: string, field: string): void {
  if (!isRecord(value)) return throwMisuse(where, field, 'an object', value, REMEDY)
  for (const [name, zero] of Object.entries(template)) {
    const count = value[name]
    if (typeof zero === 'object') checkCounts(zero, count, where, `${field}.${name}`)
    else if (!isCount(count))
      throwMisuse(where, `${field}.${name}`, 'a whole number from 0', count, REMEDY)
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0

function checkList(value: unknown, where: string, field: string): void {
  if (!Array.isArray(value)) throwMisuse(where, field, 'an array', value, REMEDY)
}
