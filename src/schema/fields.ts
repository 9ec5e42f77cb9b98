import * as z from 'zod'

/** The fields of an object, a schema each: the compiler sees to it that none is forgotten and none invented. */
export type Fields<T> = { readonly [Field in keyof T]-?: z.ZodType<T[Field], T[Field]> }

/** Any finite number, as for the core: JSON has no other, and zod takes neither NaN nor Infinity. */
export const instant = /* @__PURE__ */ z.number().describe('ms since the epoch (UTC)')

export const duration = /* @__PURE__ */ z.number().positive().describe('ms')

export const id = /* @__PURE__ */ z.string().min(1)
