import type { OwnForm } from './own-form.ts'

/** What each part of the form is given. */
export interface PartProps {
  readonly form: OwnForm
  readonly change: (changes: Partial<OwnForm>) => void
  /** The words below a field that can't be saved; undefined where it can. */
  readonly errorOf: (field: string) => string | undefined
}
