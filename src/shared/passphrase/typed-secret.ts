// Browsers and Node both have it; the types of the language don't.
declare const TextEncoder: new () => { readonly encode: (text: string) => Uint8Array }

/**
 * A typed passphrase or PIN as it crosses to the vault process: UTF-8 of its NFC form, never trimmed or cut. The same
 * phrase typed on another keyboard opens the vault.
 */
export function typedSecret(text: string): Uint8Array {
  return new TextEncoder().encode(text.normalize('NFC'))
}
