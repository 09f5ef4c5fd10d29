import type { OwnForm } from './own-form.ts'

/** The props of each part of the form. */
export interface PartProps {
  readonly form: OwnForm
  readonly change: (changes: Partial<OwnForm>) => void
  /** The message below a field that cannot be saved; undefined if it can. */
  readonly errorOf: (field: string) => string | undefined
}
