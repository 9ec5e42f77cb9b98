// Adds up vitest's JSON reports in a folder, and closes with one plain line: `N passed, N failed`.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2]
const reports = readdirSync(folder).map((name) =>
  JSON.parse(readFileSync(join(folder, name), 'utf8')),
)
const sum = (field) => reports.reduce((total, report) => total + report[field], 0)
// A file that cannot be loaded has no tests to count, yet it failed.
const unloaded = reports
  .flatMap((report) => report.testResults)
  .filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
console.log(`${sum('numPassedTests')} passed, ${sum('numFailedTests') + unloaded.length} failed`)
