import { canonicalJson } from '../json/canonical-json.ts'
import { bundleSchema, bundleVersion, type Bundle } from './bundle.ts'
import { readDocument, type BundleProblem } from './strict-document.ts'

/** A bundle that was read, or why not. */
export type BundleRead =
  | { readonly kind: 'read'; readonly bundle: Bundle }
  | { readonly kind: 'refused'; readonly problem: BundleProblem }

/** Writes a bundle: checked, its keys sorted, without insignificant space. Throws if it is not valid. */
export function writeBundle(bundle: Bundle): string {
  return canonicalJson(bundleSchema.parse(bundle))
}

/** Reads a bundle strictly. */
export function readBundle(text: string): BundleRead {
  const read = readDocument(text, { format: 'attune-bundle', version: bundleVersion, schema: bundleSchema })
  return read.kind === 'read' ? { kind: 'read', bundle: read.document } : read
}
