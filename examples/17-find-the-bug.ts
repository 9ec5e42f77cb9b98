// For whoever asks whether their own service depends on the order of receipts: the test that finds
// out, and the repair.
// (In your project the test is the body of a test of node:test, vitest or Jest.)
import { apply, collect, otp, stateOf, type Evidence } from 'sms-delivery-state'
import { twilio } from 'sms-delivery-state/providers'
import { assertReducer, scenario } from 'sms-delivery-state/testing'

interface Service {
  onCallback(body: string, receivedAt: number): void
  show(now: number): string
}

class LastWriteWins implements Service {
  #status = 'pending'
  onCallback(body: string): void {
    this.#status = new URLSearchParams(body).get('MessageStatus') ?? this.#status
  }
  show(): string {
    return this.#status
  }
}

class Repaired implements Service {
  #evidence: Evidence = collect([])
  onCallback(body: string, receivedAt: number): void {
    for (const event of twilio.parse(body, { receivedAt }).events) {
      this.#evidence = apply(this.#evidence, event, otp, receivedAt).evidence
    }
  }
  show(now: number): string {
    return stateOf(this.#evidence, otp, now).status
  }
}

// The test.
const story = scenario({ provider: twilio, flow: otp }).sent().duplicated().delivered('+3s')

function test(Tested: new () => Service): void {
  assertReducer((receipts) => {
    const service = new Tested()
    for (const { text, receivedAt = 0 } of receipts) service.onCallback(text, receivedAt)
    return service.show(story.now)
  }, story.receipts())
  console.log(`${Tested.name}: in every order, ${story.state().status}`)
}

try {
  test(LastWriteWins)
} catch (error) {
  console.log((error as Error).message)
}
test(Repaired)

/* prints:
sms-delivery-state: assertReducer: the order of arrival decides.
  sent, delivered  →  "delivered"
  delivered, sent  →  "sent"
Repaired: in every order, delivered
*/
