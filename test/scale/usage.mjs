// Preloaded into each step: at its end it writes down what the step has used.
import { writeFileSync } from 'node:fs'

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  const usage = { cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1000 }
  writeFileSync(process.env.USAGE, JSON.stringify(usage))
})
