/** Deletes the fields that are undefined, so that the object (a fresh one) is plain JSON. */
export function plain<Fields extends object>(fields: Fields): Fields {
  for (const key in fields) if (fields[key] === undefined) delete fields[key]
  return fields
}
