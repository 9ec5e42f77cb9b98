import { expect } from 'vitest'

/**
 * Misuse is one `TypeError` that begins with the package and the function; what is right throws
 * nothing.
 */
export function expectMisuse(expected: boolean, name: string, call: () => unknown): void {
  if (expected) expect(call).toThrow(new RegExp(`^sms-delivery-state: ${name}: `))
  else expect(call).not.toThrow()
}
