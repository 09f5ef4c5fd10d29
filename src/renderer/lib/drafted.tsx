import { useState, type ReactNode } from 'react'
import type { z } from 'zod'
import type { FormDraftKey, StoredFormDraft } from '#shared/records/form-draft.ts'
import type { ClientId } from '#shared/records/ids.ts'
import { useAsk } from './ask.ts'
import { useQuietChange } from './change.ts'
import { useKept } from './use-kept.ts'

const pauseMilliseconds = 600

/** The draft of one form, as the form uses it. */
export interface FormDraft<Typed> {
  /** What an earlier visit left, and when it was last typed in; null if it left nothing. */
  readonly found: { readonly typed: Typed; readonly at: string } | null
  /** Keeps what the form holds now; null if that is worth no draft, such as an empty note. */
  readonly keep: (typed: Typed | null) => void
  /** Removes the draft, because the form was saved. */
  readonly finish: () => void
  /** Removes the draft and shows the form as it was before. */
  readonly discard: () => void
  /** Whether the last attempt to keep the draft failed. */
  readonly hasFailed: boolean
}

/**
 * Shows a form once its draft is known, and keeps what is typed in it in the vault: after each pause, on leaving, and at
 * a lock.
 *
 * The form starts from `found`. A draft that the form's schema doesn't accept counts as none.
 */
export function Drafted<Typed>({
  form,
  subject,
  clientId,
  schema,
  children,
}: FormDraftKey & {
  clientId: ClientId | null
  schema: z.ZodType<Typed>
  children: (draft: FormDraft<Typed>) => ReactNode
}) {
  // An answer from an earlier visit may be a draft that was saved over or discarded meanwhile.
  const stored = useAsk('drafts.getForm', { form, subject }, { gcTime: 0, refetchOnMount: 'always' })
  if (!stored.isFetchedAfterMount) return null
  return (
    // What was typed belongs to one subject.
    <WithDraft
      key={`${form} ${subject}`}
      draftKey={{ form, subject }}
      clientId={clientId}
      // A draft that can't be read must not keep anybody from the form.
      start={stored.data ?? null}
      schema={schema}
    >
      {children}
    </WithDraft>
  )
}

function WithDraft<Typed>({
  draftKey,
  clientId,
  start,
  schema,
  children,
}: {
  draftKey: FormDraftKey
  clientId: ClientId | null
  start: StoredFormDraft | null
  schema: z.ZodType<Typed>
  children: (draft: FormDraft<Typed>) => ReactNode
}) {
  const save = useQuietChange('drafts.saveForm')
  const remove = useQuietChange('drafts.discardForm')
  const [found, setFound] = useState(() => readDraft(start, schema))
  const [round, setRound] = useState(0)
  const kept = useKept(async (typed: Typed | null) => {
    if (typed === null) await remove(draftKey)
    else await save({ ...draftKey, clientId, content: JSON.stringify(typed) })
  }, pauseMilliseconds)
  const clear = (): void => {
    setFound(null)
    kept.keep(null)
    // A failure stays in `kept`, which tries again at a lock.
    void kept.flush().catch(() => undefined)
  }
  return (
    <Round key={round}>
      {children({
        found,
        keep: kept.keep,
        finish: clear,
        discard: () => {
          clear()
          setRound((before) => before + 1)
        },
        hasFailed: kept.failure !== null,
      })}
    </Round>
  )
}

/** Gives its children a new start with a new key. */
function Round({ children }: { children: ReactNode }) {
  return children
}

function readDraft<Typed>(
  stored: StoredFormDraft | null,
  schema: z.ZodType<Typed>,
): FormDraft<Typed>['found'] {
  if (stored === null) return null
  try {
    return { typed: schema.parse(JSON.parse(stored.content)), at: stored.updatedAt }
  } catch {
    return null
  }
}
