/** Takes away the fields that are undefined, so that the object is plain JSON. Only for an object that was just made. */
export function plain<Fields extends object>(fields: Fields): Fields {
  for (const key in fields) if (fields[key] === undefined) delete fields[key]
  return fields
}
