import type { Handlers } from '#shared/contract/contract.ts'
import type { FormDraftKey, StoredFormDraft } from '#shared/records/form-draft.ts'

type FormDraftHandlers = Pick<Handlers<'vault'>['drafts'], 'getForm' | 'saveForm' | 'discardForm'>

/** The vault's side of the drafts of forms, over the given list. */
export function fakeFormDrafts(kept: StoredFormDraft[] = []): FormDraftHandlers {
  const placeOf = ({ form, subject }: FormDraftKey) =>
    kept.findIndex((draft) => draft.form === form && draft.subject === subject)
  const remove = (key: FormDraftKey): void => {
    const place = placeOf(key)
    if (place !== -1) kept.splice(place, 1)
  }
  return {
    getForm: (key) => kept[placeOf(key)] ?? null,
    saveForm: (draft) => {
      remove(draft)
      kept.push({ ...draft, updatedAt: '2025-03-25T11:00:00.000Z' })
    },
    discardForm: remove,
  }
}
