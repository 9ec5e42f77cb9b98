import type { ShapeSpec } from '../../reader/spec.ts'

/** The form that is posted to the callback URL for delivery reports. It says nothing about when. */
const report: ShapeSpec = {
  when: { phoneNumber: /^\+?\d/ },
  inbound: { text: /./ },
  id: 'id',
  status: 'status',
  code: 'failureReason',
}

export const shapes: readonly ShapeSpec[] = [report]
