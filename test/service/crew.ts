import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { buildSync } from 'esbuild'

/** Packages and all, since it is started hundreds of times. */
const build = () =>
  buildSync({
    entryPoints: ['test/service/worker.ts'],
    bundle: true,
    minify: true,
    external: ['pg-native'],
    banner: {
      js: `import { createRequire } from 'node:module'; const require = createRequire(process.cwd() + '/')`,
    },
    tsconfig: 'test/tsconfig.json',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    write: false,
  }).outputFiles[0]?.contents

/** Worker processes. One that ends is started again. */
export function openCrew(size: number, env: NodeJS.ProcessEnv) {
  const code = build()
  const workers = new Set<ChildProcess>()
  /** The one that has worked longest first. */
  const atWork = new Set<ChildProcess>()
  let isOpen = true
  let kills = 0
  let cpuOfDead = 0

  const hire = () => {
    const worker = spawn(process.execPath, ['--input-type=module', '-'], {
      env: { ...process.env, ...env },
      stdio: ['pipe', 'inherit', 'inherit', 'ipc'],
    })
    worker.stdin?.on('error', () => {}).end(code)
    worker.on('message', () => atWork.add(worker))
    worker.on('exit', () => {
      workers.delete(worker)
      atWork.delete(worker)
      if (isOpen) hire()
    })
    workers.add(worker)
  }
  for (let i = 0; i < size; i++) hire()

  return {
    /**
     * Kills one in the midst of its work, unless no other is at work: on a busy machine it takes
     * long to start.
     */
    killOne() {
      const [worker] = atWork
      if (!worker || atWork.size < 2) return
      kills++
      cpuOfDead += cpuOf(worker.pid ?? 0)
      atWork.delete(worker)
      worker.kill('SIGKILL')
    },
    kills: () => kills,
    /** Of all that ever worked, in s. */
    cpu: () => [...workers].reduce((sum, { pid = 0 }) => sum + cpuOf(pid), cpuOfDead),
    close() {
      isOpen = false
      workers.forEach((worker) => worker.kill('SIGKILL'))
    },
  }
}

/** What a process has used, with those that it has outlived, in s. See proc(5): a tick is 10 ms. */
export function cpuOf(pid: number): number {
  try {
    // The name, in brackets, may hold anything.
    const [, rest = ''] = /.*\) (.*)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return (
      rest
        .split(' ')
        .slice(11, 15)
        .reduce((sum, each) => sum + Number(each), 0) / 100
    )
  } catch {
    return 0 // it has ended
  }
}
