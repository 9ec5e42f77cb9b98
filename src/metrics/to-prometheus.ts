import { checkKeys, checkObject } from '../event/check.ts'
import { throwMisuse } from '../event/throw-misuse.ts'
import { checkSummary } from './check-summary.ts'
import { FAMILIES, LABELS, type Labels } from './families.ts'
import type { Summary } from './summary.ts'

export interface PrometheusOptions {
  /** The label that carries the group's key: `provider`, `flow`, `country`. Defaults to `group`. */
  readonly label?: string | undefined
}

/**
 * The summary in the OpenMetrics text format
 * (https://prometheus.io/docs/specs/om/open_metrics_spec/), which Prometheus and the OpenTelemetry
 * Collector read. Serve it as `application/openmetrics-text; version=1.0.0; charset=utf-8`. All are
 * gauges: what is open today is delivered tomorrow, so no count here only grows. Error codes are
 * left out, since their number has no bound.
 *
 * @throws TypeError for what is no summary, and for a label that Prometheus does not take
 * @example
 * ```ts
 * const summary = summarize([reduce([{ status: 'delivered', provider: 'twilio' }], otp, 0)])
 * console.log(toPrometheus(summary).split('\n').find((line) => line.startsWith('sms_attempts{')))
 * // → sms_attempts{attempt_provider="twilio"} 1
 * ```
 */
export function toPrometheus(summary: Summary, options: PrometheusOptions = {}): string {
  const where = 'toPrometheus: '
  checkSummary(summary, where, 'summary')
  checkObject(options, where, 'options')
  checkKeys(options, ['label'], where, 'options')
  const { label = 'group' } = options
  checkLabel(label, where)

  const lines = FAMILIES.flatMap(({ name, unit, help, samples }) => [
    `# TYPE ${name} gauge`,
    ...(unit === undefined ? [] : [`# UNIT ${name} ${unit}`]),
    `# HELP ${name} ${help}`,
    ...summary.groups.flatMap((group) =>
      samples(group).map(
        ([labels, value]) => `${name}${labelText({ [label]: group.key, ...labels })} ${value}`,
      ),
    ),
  ])
  return [...lines, '# EOF', ''].join('\n')
}

function checkLabel(label: string, where: string): void {
  const remedy = 'Use letters, digits and _: provider, say.'
  // `__…` is Prometheus' own, and another label of ours would be written twice.
  if (
    typeof label !== 'string' ||
    !/^(?!__)[a-zA-Z_][a-zA-Z0-9_]*$/.test(label) ||
    LABELS.includes(label)
  )
    throwMisuse(
      where,
      'options.label',
      `a label's name, other than ${LABELS.join(', ')}`,
      label,
      remedy,
    )
}

/** `{a="1",b="2"}`; nothing where there are none. An empty label is the same as no label. */
function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${name}="${escaped(value)}"`],
  )
  return pairs.length > 0 ? `{${pairs.join(',')}}` : ''
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n' }

const escaped = (text: string): string => text.replace(/[\\"\n]/g, (char) => ESCAPES[char]!)
