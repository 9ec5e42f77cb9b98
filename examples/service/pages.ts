import type { Row } from 'sms-delivery-state/sql'
import type { Database } from './database.ts'

/** All text in `main` is escaped already. */
export const page = (main: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>Messages</title>
<link rel="stylesheet" href="/story.css"></head><body><main><h1><a href="/">Messages</a></h1>${main}</main></body></html>`

const escape = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)

/** How many messages show what, and what is due. */
export async function overview(db: Database, now: number): Promise<string> {
  const rows = async (text: string, ...values: number[]) =>
    (await db.query({ name: '', text, values })).rows
  const tables = [
    table(
      'By status',
      await rows(`SELECT flow, status, action, count(*)::int AS messages FROM sds_message
        GROUP BY flow, status, action ORDER BY flow, status, action`),
    ),
    table(
      'Due',
      await rows(
        `SELECT
          (SELECT count(*) FROM sds_message WHERE review_at <= $1)::int AS messages,
          (SELECT count(*) FROM sds_effect WHERE due_at <= $1)::int AS effects,
          (SELECT count(*) FROM sds_message WHERE issue IS NOT NULL)::int AS "put off",
          (SELECT count(*) FROM sds_tie WHERE message_id IS NULL)::int AS "ids of no message",
          (SELECT count(*) FROM unread)::int AS "unread receipts"`,
        now,
      ),
    ),
    table(
      'Next',
      await rows(
        `SELECT message_id AS message, status, action,
          to_char(to_timestamp(review_at / 1000) AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') AS "review (UTC)"
        FROM sds_message WHERE review_at IS NOT NULL ORDER BY review_at LIMIT 20`,
      ),
    ),
    table(
      'To do',
      await rows(
        `SELECT action, count(*) FILTER (WHERE claimed_at IS NULL AND NOT superseded)::int AS waiting,
          count(*) FILTER (WHERE claimed_at IS NOT NULL AND finished_at IS NULL)::int AS begun,
          count(finished_at)::int AS done, count(*) FILTER (WHERE superseded)::int AS superseded
        FROM sds_effect GROUP BY action ORDER BY action`,
      ),
    ),
  ]
  return `<div class="sms-delivery">${tables.join('')}</div>`
}

function table(title: string, rows: readonly Row[]): string {
  const head = Object.keys(rows[0] ?? {}).map((name) => `<th scope="col">${escape(name)}</th>`)
  const body = rows.map((row) => `<tr>${Object.entries(row).map(cell).join('')}</tr>`)
  return rows.length === 0
    ? `<h2>${title}</h2><p>None.</p>`
    : `<h2>${title}</h2><table><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`
}

const cell = ([name, value]: [string, unknown]): string => {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '—'
  return name === 'message'
    ? `<td><a href="/messages/${encodeURIComponent(text)}">${escape(text)}</a></td>`
    : `<td>${escape(text)}</td>`
}
