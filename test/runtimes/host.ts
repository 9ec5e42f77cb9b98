import { createRequire } from 'node:module'

/** What a host may have done before the package is loaded. Names are for the environment's `HOST`. */
export const HOSTS: Readonly<Record<string, () => void>> = {
  // As Jest and vitest do.
  'fake timers': () => {
    const folder = process.env['FAKE_TIMERS'] ?? ''
    const { install } = createRequire(folder)(folder) as FakeTimers
    install({ now: 0 })
  },
  'Array.prototype.y': () => put(Array.prototype, 'y', 1),
  'Object.prototype.x = () => 1': () => put(Object.prototype, 'x', () => 1),
  'Object.prototype.then = () => 1': () => put(Object.prototype, 'then', () => 1),
  'Object.prototype.get = () => 1': () => put(Object.prototype, 'get', () => 1),
  'Object.prototype.x = 1': () => put(Object.prototype, 'x', 1),
  'Object.prototype.receivedAt = 1': () => put(Object.prototype, 'receivedAt', 1),
  "Object.prototype.status = 'sent'": () => put(Object.prototype, 'status', 'sent'),
  'Object.prototype.segment = {}': () => put(Object.prototype, 'segment', {}),
  'Object.prototype.value = 1': () => put(Object.prototype, 'value', 1),
  'Object.prototype.writable = true': () => put(Object.prototype, 'writable', true),
  'a trap on receivedAt': () => trap('receivedAt'),
  'a trap on value': () => trap('value'),
}

interface FakeTimers {
  install(config: { readonly now: number }): unknown
}

/** As an assignment does, which for…in shows. */
function put(prototype: object, name: string, value: unknown): void {
  Object.assign(prototype, { [name]: value })
}

/** To read it, or to assign to it, throws. */
function trap(name: string): void {
  const sprung = () => {
    throw new Error(`the trap on Object.prototype.${name}`)
  }
  Object.defineProperty(Object.prototype, name, { get: sprung, set: sprung })
}

// Node makes its own streams when they are first asked for.
if (HOSTS[process.env['HOST'] ?? '']) process.stdout.write('')
HOSTS[process.env['HOST'] ?? '']?.()
