import { expect, it } from 'vitest'
import { fromHash, toHash } from '../../../examples/playground/link.ts'

it.each([
  { text: 'MessageSid=SM1&MessageStatus=sent\n', policy: 'otp', now: 1_795_251_601_000 },
  { text: 'häßlich ✓ \u{1f600}', policy: '{ "extends": "otp" }', message: '<m1>' },
  { text: '', policy: 'alert' },
  { text: 'x'.repeat(1_000_000), policy: 'otp' },
])('a link brings back what it was made of, whatever that is', async (shared) => {
  const hash = await toHash(shared)
  expect(hash).toMatch(/^#s=[\w-]+$/)
  expect(await fromHash(hash)).toEqual(shared)
})

it.each(['', '#', '#s=', '#s=%%%', '#s=AAAA', '#other', '#s=S0xKBgA'])(
  'a hash that is damaged, or another’s, is none: %s',
  async (hash) => expect(await fromHash(hash)).toBeUndefined(),
)

it('a link that would unpack to far more than anybody pastes is none', async () => {
  const hash = await toHash({ text: 'x'.repeat(6_000_000), policy: 'otp' })
  expect(hash.length).toBeLessThan(20_000)
  expect(await fromHash(hash)).toBeUndefined()
})

it('takes over only what is of the right kind', async () => {
  const wrong = { text: 7, policy: 'otp' } as unknown as Parameters<typeof toHash>[0]
  expect(await fromHash(await toHash(wrong))).toBeUndefined()
  const odd = { text: '', policy: '', now: 'soon', message: 7 } as unknown as typeof wrong
  expect(await fromHash(await toHash(odd))).toEqual({ text: '', policy: '' })
})
