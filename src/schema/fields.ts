import * as z from 'zod'
import { isStorable, MAX_TEXT } from '../event/check.ts'

/**
 * The fields of an object, a schema each: the compiler sees to it that none is forgotten and none
 * invented.
 */
export type Fields<T> = { readonly [Field in keyof T]-?: z.ZodType<T[Field], T[Field]> }

/**
 * Any finite number, as for the core: JSON has no other, and zod takes neither NaN nor Infinity.
 */
export const instant = /* @__PURE__ */ z.number().describe('ms since the epoch (UTC)')

export const duration = /* @__PURE__ */ z.number().positive().describe('ms')

/** A text that any database takes, as for the core. */
export const text = /* @__PURE__ */ textSchema()

function textSchema() {
  return z
    .string()
    .refine(isStorable, { error: `At most ${MAX_TEXT} code units, no NUL, no lone surrogate` })
}

export const id = /* @__PURE__ */ text.min(1)
