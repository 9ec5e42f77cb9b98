import assert from 'node:assert/strict'
import fc from 'fast-check'
import { collect, type Issue, type Parsed, type Provider } from 'sms-delivery-state'
import { anyProvider, detect, providers } from 'sms-delivery-state/providers'
import { deliveryEvent, issue as issueSchema } from 'sms-delivery-state/schema'
import { arbitraries } from 'sms-delivery-state/testing'
import { decode } from '../../src/reader/decode.ts'
import { ownProperty } from '../../src/reader/reading.ts'
import { shapesOf } from '../../src/reader/provider-of.ts'
import { examplesOf, namesOfExamples } from '../providers/receipts.ts'
import type { Json } from './mutate.ts'
import { checkPrototypes, copyOf, type Target } from './target.ts'

const CONTEXT = { receivedAt: 1_795_165_203_000, ref: 'r', timeZone: 'Europe/London' }
const SAMPLES = { seed: 1, numRuns: 4 }

/** Each provider's `parse`, and that of the one that finds out whose a receipt is. */
export const parseTargets: readonly Target[] = [
  ...Object.values(providers).map((provider) => targetOf(provider, () => seedsOf(provider))),
  targetOf(anyProvider, () => Object.values(providers).flatMap((each) => seedsOf(each))),
]

function targetOf(provider: Provider, seeds: Target['seeds']): Target {
  return {
    name: `parse/${provider.name}`,
    seeds,
    check: (input) => checkParse(provider, input),
  }
}

const seeds = new Map<Provider, readonly Json[]>()

/** What its documentation shows, and what its encoder writes, which takes a while to find out. */
export function seedsOf(provider: Provider): readonly Json[] {
  const found = seeds.get(provider) ?? [...examplesAs(provider), ...writtenAs(provider)]
  seeds.set(provider, found)
  return found
}

const examplesAs = ({ name }: Provider): Json[] =>
  namesOfExamples
    .filter((each) => each === name)
    .flatMap(examplesOf)
    .flatMap(({ payload, raw }) => (raw === undefined ? [payload] : [payload, raw])) as Json[]

const writtenAs = (provider: Provider): Json[] =>
  fc
    .sample(
      arbitraries(fc).receipt(provider) as fc.Arbitrary<{ body: object; text: string }>,
      SAMPLES,
    )
    .flatMap(({ body, text }) => [body, text] as Json[])

export function checkParse(provider: Provider, input: Json): void {
  const receipt = copyOf(input)
  const text = JSON.stringify(receipt)
  const parsed = provider.parse(receipt)
  assert.equal(JSON.stringify(receipt), text, 'the receipt was changed')
  checkPrototypes()
  checkParsed(provider, receipt, parsed)
  assert.deepEqual(provider.parse(receipt), parsed, 'another answer the second time')
  checkParsed(provider, receipt, provider.parse(receipt, CONTEXT))

  if (typeof receipt === 'object' && receipt !== null) {
    const ofText = provider.parse(text)
    assert.deepEqual(ofText.events, parsed.events, 'another event in the JSON text')
    assert.deepEqual(ofText.issues.map(placeOf), parsed.issues.map(placeOf), 'other issues in it')
    // Bytes hold no lone surrogate.
    if (/\p{Surrogate}/u.test(text)) return
    const ofBytes = provider.parse(Buffer.from(text))
    assert.deepEqual(ofBytes.events, parsed.events, 'another event in bytes')
    assert.deepEqual(
      ofBytes.issues.map(placeOf),
      parsed.issues.map(placeOf),
      'other issues in them',
    )
  }
  if (Array.isArray(decode(receipt))) return
  assert.deepEqual(provider.parse([receipt]).events, parsed.events, 'another event in an array')
  const owner = detect(receipt)
  if (provider === anyProvider)
    assert.deepEqual(owner?.parse(receipt).events ?? [], parsed.events, 'detect says another one')
}

function checkParsed(provider: Provider, receipt: Json, { events, issues }: Parsed): void {
  assert.ok(events.length + issues.length > 0 || isEmptyList(receipt), 'neither event nor issue')
  for (const event of events) {
    assert.deepEqual(JSON.parse(JSON.stringify(event)), event, 'an event that is not plain')
    collect([event])
    assert.deepEqual(deliveryEvent.parse(event), event, 'an event that its schema changes')
  }
  for (const issue of issues) {
    assert.deepEqual(JSON.parse(JSON.stringify(issue)), issue, 'an issue that is not plain')
    assert.deepEqual(issueSchema.parse(issue), issue, 'an issue that its schema changes')
    assert.match(issue.message, /^[a-z0-9_]+: ./, 'an issue that does not name its provider')
    checkReceived(provider, receipt, issue)
  }
}

const placeOf = ({ code, path, index }: Issue) => ({ code, path, index })

/** Lists alone, in which nothing is. */
function isEmptyList(receipt: unknown): boolean {
  const body = decode(receipt)
  if (Array.isArray(body)) return body.every(isEmptyList)
  return typeof body === 'object' && body !== null && Object.values(body).some(hasEmptyList)
}

const hasEmptyList = (value: unknown): boolean =>
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && value !== null && Object.values(value).some(hasEmptyList))

/** Where a path leads through the receipt itself, what was received is what stands there. */
function checkReceived(provider: Provider, receipt: Json, issue: Issue): void {
  // It has no shapes of its own.
  if (provider === anyProvider) return
  const { index, path = [], received } = issue
  const isWritten = shapesOf(provider).some(
    ({ toFields, recipient }) => toFields ?? recipient.length > 0,
  )
  if (isWritten || typeof received !== 'string' || typeof receipt === 'string') return
  const steps = index === undefined ? path : [index, ...path]
  const found = steps.reduce<unknown>((value, step) => {
    const body = decode(value)
    return typeof body === 'object' && body !== null ? ownProperty(body, step) : undefined
  }, receipt)
  if (typeof found !== 'string' && typeof found !== 'number') return
  assert.ok(`${found}`.startsWith(received), 'received is not what stands at the path')
}
