/** The text of a secret that the page sent as bytes. A fake reads it at once, because the bytes are wiped afterwards. */
export function typedText(secret: Uint8Array): string {
  return new TextDecoder().decode(secret)
}
