/** The bytes of a base64 text, as an encoder writes it; undefined for any other text. */
export function bytesOf(text: string): Uint8Array | undefined {
  try {
    const bytes = atob(text)
    // Two texts must not name the same bytes, or a signature could be changed and stay valid.
    return btoa(bytes) === text ? Uint8Array.from(bytes, (char) => char.charCodeAt(0)) : undefined
  } catch {
    return undefined
  }
}
