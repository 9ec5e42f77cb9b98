import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

const HOST = 'localhost'

export interface Call {
  readonly id: string
  readonly action: string
  readonly tries: number
}

/** Where effects happen. It is never killed, so it knows what was done. */
export async function openWorld() {
  const calls: Call[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      calls.push(JSON.parse(body) as Call)
      response.end()
    })
  })
  server.listen(0, HOST)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { calls, url: `http://${HOST}:${port}`, close: () => server.close() }
}
