import { durationText } from '../explain/duration.ts'
import { printable } from '../explain/layout.ts'
import {
  percentilesOf,
  ratesOf,
  totalOf,
  type GroupSummary,
  type Rate,
  type Summary,
} from '../metrics/index.ts'
import type { CsvCell } from './csv.ts'

export const METRICS_HEAD = [
  'group',
  'messages',
  'delivered',
  '95 % interval',
  'of reported',
  'reported',
  'silent',
  'p50',
  'p90',
  'p95',
  'p99',
]

/** A row for each group, and one for all where there are several. */
export function metricsRows(summary: Summary): string[][] {
  const { groups } = summary
  const rows = groups.map((group) =>
    metricsRow(group.key ?? (groups.length === 1 ? 'all' : '-'), group),
  )
  return groups.length > 1 ? [...rows, metricsRow('all', totalOf(summary))] : rows
}

function metricsRow(name: string, group: GroupSummary): string[] {
  const { delivered, deliveredOfReported, reported, silent } = ratesOf(group)
  const { p50, p90, p95, p99 } = percentilesOf(group)
  return [
    printable(name, 40),
    String(group.messages),
    percent(delivered.share),
    `${percent(delivered.low)} to ${percent(delivered.high)}`,
    ...[deliveredOfReported, reported, silent].map(({ share }) => percent(share)),
    ...[p50, p90, p95, p99].map((ms) => (ms === undefined ? '-' : durationText(ms))),
  ]
}

const percent = (share: number | undefined): string =>
  share === undefined ? '-' : `${(share * 100).toFixed(1)} %`

export const METRICS_CSV_HEAD = [
  'group',
  'messages',
  'delivered',
  'delivered_low',
  'delivered_high',
  'delivered_of_reported',
  'reported',
  'silent',
  'p50_ms',
  'p90_ms',
  'p95_ms',
  'p99_ms',
]

/** Shares from 0 to 1, times in ms; a row for each group, so that a sum counts no message twice. */
export const metricsCsvRows = ({ groups }: Summary): CsvCell[][] =>
  groups.map((group) => {
    const { delivered, deliveredOfReported, reported, silent } = ratesOf(group)
    const { p50, p90, p95, p99 } = percentilesOf(group)
    return [
      group.key,
      group.messages,
      ...shares([delivered.share, delivered.low, delivered.high]),
      ...shares([deliveredOfReported, reported, silent].map(({ share }: Rate) => share)),
      ...[p50, p90, p95, p99].map((ms) => (ms === undefined ? undefined : Math.round(ms))),
    ]
  })

const shares = (values: readonly (number | undefined)[]): CsvCell[] =>
  values.map((share) => (share === undefined ? undefined : Number(share.toFixed(4))))
