import Fastify, { type FastifyInstance } from 'fastify'
import { explanation, stylesheet, toHtml, toText } from 'sms-delivery-state/explain'
import { metrics } from './metrics.ts'
import { overview, page } from './pages.ts'
import { receive } from './receive.ts'
import { send, type Sender } from './send.ts'
import type { Source } from './sources.ts'
import { policies, store } from './store.ts'

/** Our own ids, in texts, addresses and attributes alike. */
const ID = '^[\\w.-]{1,100}$'
const id = { type: 'string', pattern: ID }

const ORDER = {
  type: 'object',
  required: ['id', 'flow', 'to', 'text'],
  properties: {
    id,
    flow: { enum: Object.keys(policies) },
    to: { type: 'string', pattern: '^\\+\\d{7,15}$' },
    text: { type: 'string', minLength: 1 },
  },
}
/** Both or neither: of one alone nobody knows which attempt it is about. */
const CALLBACK = {
  type: 'object',
  properties: { message: id, attempt: id },
  dependencies: { message: ['attempt'], attempt: ['message'] },
}

interface Callback {
  Params: { provider: string }
  Querystring: { message?: string; attempt?: string }
  Body: Uint8Array | undefined
}

export function appOf(sender: Sender, sources: ReadonlyMap<string, Source>): FastifyInstance {
  const { db, origin } = sender
  const app = Fastify({ logger: { level: 'warn' }, bodyLimit: 4 * 1024 * 1024 })

  // A signature covers bytes, so here, and only here, nothing parses them.
  app.register((raw, _options, done) => {
    raw.removeAllContentTypeParsers()
    raw.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    raw.post<Callback>(
      '/receipts/:provider',
      { schema: { querystring: CALLBACK } },
      async ({ params, query, headers, url, body = new Uint8Array() }, reply) => {
        const receivedAt = Date.now()
        const source = sources.get(params.provider)
        if (!source) return reply.code(404).send()
        const { ok, reason } = source.verify({ url: origin + url, headers, body }, receivedAt)
        if (!ok) {
          app.log.warn({ reason, provider: params.provider }, 'refused')
          return reply.code(403).send()
        }
        const { message: messageId, attempt: attemptId } = query
        await receive(db, source.provider, body, { receivedAt, messageId, attemptId })
        return reply.code(204).send()
      },
    )
    done()
  })

  app.post<{ Body: { id: string; flow: string; to: string; text: string } }>(
    '/messages',
    { schema: { body: ORDER } },
    async ({ body: { id, flow, to, text } }, reply) => {
      const { rows } = await db.query({
        name: 'order',
        text: 'INSERT INTO outgoing VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING message_id',
        values: [id, flow, to, text],
      })
      // Who asks again gets no second text.
      if (rows.length > 0) await send(sender, { messageId: id, attemptId: '1' })
      return reply.code(202).send()
    },
  )

  app.get<{ Params: { id: string } }>(
    '/messages/:id',
    { schema: { params: { type: 'object', properties: { id } } } },
    async ({ params, headers }, reply) => {
      const { rows } = await db.query(store.eventsOf([params.id]))
      const { flow = '', events } = store.loadMessage(rows)
      const policy = policies[flow]
      if (!policy) return reply.code(404).send()
      const story = explanation(events, policy, Date.now(), { messageId: params.id })
      return headers.accept?.includes('text/html')
        ? reply.headers(HTML).send(page(toHtml(story)))
        : reply.type('text/plain; charset=utf-8').send(`${toText(story)}\n`)
    },
  )
  app.get('/', async (_request, reply) =>
    reply.headers(HTML).send(page(await overview(db, Date.now()))),
  )
  app.get('/story.css', (_request, reply) => reply.type('text/css').send(stylesheet))
  app.get('/metrics', async (_request, reply) =>
    reply
      .type('application/openmetrics-text; version=1.0.0; charset=utf-8')
      .send(await metrics(db, Date.now())),
  )
  return app
}

const HTML = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'self'",
}
