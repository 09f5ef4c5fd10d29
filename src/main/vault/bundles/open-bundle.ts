import type { Bundle } from '#shared/bundles/bundle.ts'
import type { BundleRead } from '#shared/bundles/bundle-json.ts'
import type { BundleRefusal } from '#shared/bundles/bundle-refusal.ts'
import { openSealed, type OpenSealedOptions } from './open-sealed.ts'

/** A bundle that was opened, or why it was not. */
type OpenedBundle =
  | { readonly kind: 'opened'; readonly senderId: string; readonly bundle: Bundle }
  | { readonly kind: 'refused'; readonly reason: BundleRefusal }

interface OpenBundleOptions extends OpenSealedOptions {
  /** Parses the text at arm's length. */
  readonly read: (text: string) => Promise<BundleRead>
}

/** Opens the file of a bundle, as `openSealed` does. Changes nothing. */
export async function openBundle(
  file: Uint8Array,
  { own, findSender, read }: OpenBundleOptions,
): Promise<OpenedBundle> {
  const opened = await openSealed(file, {
    own,
    findSender,
    signed: 'attune-bundle/1',
    read: async (text) => {
      const found = await read(text)
      return found.kind === 'read' ? { kind: 'read', document: found.bundle } : found
    },
  })
  if (opened.kind === 'refused') return opened
  return { kind: 'opened', senderId: opened.senderId, bundle: opened.document }
}
