/**
 * A strict reader of the OpenMetrics text format 1.0, written from its grammar and beside
 * `toPrometheus`.
 */

export interface Sample {
  readonly name: string
  readonly labels: ReadonlyMap<string, string>
  readonly value: number
}

export interface Family {
  readonly name: string
  readonly type: string
  readonly unit: string
  readonly help: string
  readonly samples: readonly Sample[]
}

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*'
const LABEL = String.raw`[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*"`
const SAMPLE = new RegExp(
  String.raw`^(${NAME})(?:\{(${LABEL}(?:,${LABEL})*)\})? (-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|NaN|[+-]Inf)$`,
  'u',
)
const META = new RegExp(String.raw`^# (TYPE|UNIT|HELP) (${NAME})(?: (.*))?$`, 'u')

/** Throws for whatever the specification forbids and a gauge can do wrong. */
export function parseOpenMetrics(text: string): Family[] {
  if (!text.endsWith('\n# EOF\n') && text !== '# EOF\n')
    throw new Error('it must end with # EOF and a line feed')
  const families = new Map<string, { meta: Map<string, string>; samples: Sample[] }>()
  let current: string | undefined
  for (const line of text.split('\n').slice(0, -2)) {
    const [, keyword = '', named = '', rest = ''] = META.exec(line) ?? []
    if (keyword) {
      if (named !== current) {
        if (families.has(named)) throw new Error(`${named} is interleaved`)
        families.set((current = named), { meta: new Map(), samples: [] })
      }
      const { meta, samples } = families.get(named)!
      if (samples.length > 0) throw new Error(`${line}: after the samples`)
      if (meta.has(keyword)) throw new Error(`${line}: twice`)
      meta.set(keyword, rest)
      continue
    }
    const [all, name = '', labels = '', value = ''] = SAMPLE.exec(line) ?? []
    if (all === undefined) throw new Error(`not a line of OpenMetrics: ${JSON.stringify(line)}`)
    if (name !== current) throw new Error(`${line}: its family is not declared right above`)
    families.get(name)!.samples.push({ name, labels: labelsOf(labels), value: Number(value) })
  }
  return [...families].map(([name, { meta, samples }]) => {
    const [type = 'unknown', unit = '', help = ''] = [
      meta.get('TYPE'),
      meta.get('UNIT'),
      meta.get('HELP'),
    ]
    if (unit && !name.endsWith(`_${unit}`)) throw new Error(`${name} does not end with its unit`)
    const seen = samples.map(({ labels }) => JSON.stringify([...labels].sort()))
    if (new Set(seen).size < seen.length) throw new Error(`${name}: a sample stands twice`)
    return { name, type, unit, help, samples }
  })
}

function labelsOf(text: string): Map<string, string> {
  const pairs = [...text.matchAll(/([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"/gu)]
  const labels = new Map(
    pairs.map(([, name = '', value = '']) => [
      name,
      value.replace(/\\(.)/g, (_, char) => (char === 'n' ? '\n' : String(char))),
    ]),
  )
  if (labels.size < pairs.length) throw new Error(`${text}: a label stands twice`)
  return labels
}
