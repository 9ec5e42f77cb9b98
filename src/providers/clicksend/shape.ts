import type { Conditions, ShapeSpec, StatusTable } from '../../reader/spec.ts'
import { statuses, waiting } from './codes.ts'

/**
 * What a rule posts, as a form or JSON, or puts in a query; or a page that the API answers. It
 * names no recipient.
 */
const receipts = (at: '' | 'data.data[].', words: StatusTable, when: Conditions): ShapeSpec => ({
  source: at === '' ? 'webhook' : 'poll',
  statuses: words,
  when: Object.fromEntries(Object.entries(when).map(([field, wanted]) => [at + field, wanted])),
  inbound: { [`${at}body`]: /./ },
  id: `${at}message_id`,
  status: [`${at}status_code`, `${at}status`],
  code: `${at}error_code`,
  time: { path: `${at}timestamp`, format: 'epoch-seconds' },
  reference: `${at}custom_string`,
})

/**
 * With one of these codes, 200 is a message that has not left yet: queued, scheduled, waiting for
 * approval.
 */
const isWaiting: Conditions = { status_code: '200', error_code: /^[126]$/ }
const any: Conditions = { status_code: /^\d{3}$/ }

export const shapes: readonly ShapeSpec[] = [
  /* @__PURE__ */ receipts('', waiting, isWaiting),
  /* @__PURE__ */ receipts('', statuses, any),
  /* @__PURE__ */ receipts('data.data[].', waiting, isWaiting),
  /* @__PURE__ */ receipts('data.data[].', statuses, any),
]
