import type { ShapeSpec } from '../../reader/spec.ts'

/**
 * The form that is posted to the receipt URL. It has no id but the reference that came with the
 * message.
 */
const receipt: ShapeSpec = {
  when: { mobile: /^\+?\d+$/, reference: /./ },
  inbound: { message: /./ },
  status: 'status',
  code: 'code',
  time: { path: 'time', format: 'iso8601', none: /^0000-00-00/, timeZone: 'Europe/London' },
  reference: 'reference',
}

export const shapes: readonly ShapeSpec[] = [receipt]
