import type { ShapeSpec } from '../../reader/spec.ts'

/**
 * A callback, or an answer. One number is both status and error, and a number that is no error has
 * no row among the codes.
 */
const transaction: ShapeSpec = {
  id: 'reference_id',
  status: 'status.code',
  code: 'status.code',
  unlistedCodes: { reason: 'unknown', warning: true },
  time: { path: 'status.updated_on', format: 'iso8601' },
  reference: 'external_id',
}

export const shapes: readonly ShapeSpec[] = [transaction]
