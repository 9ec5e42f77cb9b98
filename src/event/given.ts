/** The fields that are not `undefined`: leaving a field out and passing `undefined` mean the same. */
export const given = (fields: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
