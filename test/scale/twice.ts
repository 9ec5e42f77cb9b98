// Every message once more under other ids: node twice.mjs FOLDER
import { open } from './database.ts'

const [folder = ''] = process.argv.slice(2)
const db = await open(':memory:', '4GB')
await db.run(`COPY (
  SELECT * FROM '${folder}/events.parquet' UNION ALL SELECT * REPLACE (
    'again ' || message_id AS message_id, 'again ' || attempt_id AS attempt_id,
    'again ' || provider_message_id AS provider_message_id
  ) FROM '${folder}/events.parquet') TO '${folder}/twice.parquet' (FORMAT parquet)`)
