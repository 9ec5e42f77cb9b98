#!/usr/bin/env node
import { run } from './run.ts'

// A reader may go away after the last line was handed over, too.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const { stdin, stdout, stderr } = process
process.exitCode = await run(process.argv.slice(2), { stdin, stdout, stderr, now: Date.now })
