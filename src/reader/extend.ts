import { throwMisuse } from '../event/throw-misuse.ts'
import { specOf } from './provider-of.ts'
import type { ProviderExtension, ProviderSpec } from './spec.ts'

/** The spec of a provider with words and codes added or changed in each of its shapes. */
export function extendedSpec({
  extends: base,
  name,
  statuses = {},
  codes = {},
}: ProviderExtension): ProviderSpec {
  const spec =
    specOf(base) ??
    throwMisuse(
      'defineProvider: ',
      'extends',
      'a provider that this copy of the package made of words and codes',
      base.name,
      'Import it from the same copy, ESM or CommonJS; canonical has no words but ours.',
    )
  return {
    ...spec,
    name,
    shapes: spec.shapes.map((shape) => ({
      ...shape,
      statuses: changed(shape.statuses ?? spec.statuses ?? {}, statuses),
      codes: changed(shape.codes ?? spec.codes ?? {}, codes),
    })),
  }
}

/** A table with rows added, in place of those that are the same in any letter case. */
function changed<Row>(
  table: Readonly<Record<string, Row>>,
  rows: Readonly<Record<string, Row>>,
): Record<string, Row> {
  const replaced = new Set(Object.keys(rows).map((key) => key.toLowerCase()))
  const kept = Object.entries(table).filter(([key]) => !replaced.has(key.toLowerCase()))
  return { ...Object.fromEntries(kept), ...rows }
}
