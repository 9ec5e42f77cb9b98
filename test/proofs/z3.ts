import { spawn } from 'node:child_process'

/**
 * Hands SMT-LIB to z3 on its standard input, and gives what it prints.
 *
 * @param isEnough what was printed so far answers the question, so that z3 can be stopped
 */
export function askZ3(
  text: string,
  seconds: number,
  isEnough: (answer: string) => boolean = () => false,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const z3 = spawn('z3', ['-in', `-T:${seconds}`], { stdio: ['pipe', 'pipe', 'inherit'] })
    let answer = ''
    z3.stdout.setEncoding('utf8').on('data', (part: string) => {
      answer += part
      if (isEnough(answer)) z3.kill()
    })
    z3.on('error', reject)
    z3.on('close', () => resolve(answer))
    z3.stdin.on('error', () => {})
    z3.stdin.end(text)
  })
}
