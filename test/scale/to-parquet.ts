// The log as a warehouse keeps it: node to-parquet.mjs FOLDER
import { open, readLog } from './database.ts'

const [folder = ''] = process.argv.slice(2)
const db = await open(':memory:', '4GB')
await db.run(
  `COPY (${readLog(`${folder}/log-*.ndjson`)}) TO '${folder}/events.parquet' (FORMAT parquet)`,
)
