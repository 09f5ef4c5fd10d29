import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { OutputAt } from '#shared/contract/contract.ts'
import { packChoicesSchema, type PackChoices, type PackPreview } from '#shared/instruments/packs/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { useApi } from '#renderer/lib/app-context.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { ReadingFile, useGiveUpOnLeaving } from '#renderer/parts/reading-file.tsx'
import { Drafted, type FormDraft } from '#renderer/lib/drafted.tsx'
import { UnsavedGuard } from '#renderer/lib/unsaved-guard.tsx'
import { DraftNote } from '#renderer/parts/draft-note.tsx'
import { ChoicesForm } from './choices-form.tsx'
import {
  choicesOf,
  choicesDraftSchema,
  keptFields,
  restoredFields,
  startFields,
  type ChoicesDraft,
  type ChoiceFields,
} from './choice-fields.ts'
import { LeadHeading } from './lead-heading.tsx'
import { NoteList } from './note-list.tsx'
import { reasonWords } from './pack-words.ts'
import { ProblemList } from './problem-list.tsx'
import { ReadyPack } from './ready-pack.tsx'
import type { PackFile } from './use-packs.ts'
import styles from './instruments.module.css'

type Refusal = Extract<PackPreview, { ok: false }>
/** What the file would be with the choices that were made. */
type Completed = OutputAt<'packs.preview'> & { readonly choices: unknown }

interface DraftPackProps {
  readonly file: PackFile
  readonly draft: NonNullable<Refusal['draft']>
  readonly onFinish: (words: string) => void
}

/** A readable file of another program: asks for what it can't hold, then shows the result. */
export function DraftPack(props: DraftPackProps) {
  return (
    <Drafted form="fhir-choices" subject={props.draft.read.id} clientId={null} schema={choicesDraftSchema}>
      {(kept) => <DraftedPack {...props} kept={kept} />}
    </Drafted>
  )
}

function DraftedPack({ file, draft, onFinish, kept }: DraftPackProps & { kept: FormDraft<ChoicesDraft> }) {
  const { t } = useTranslation()
  const [start] = useState(() => startFields(draft.read))
  const [fields, setFields] = useState(() =>
    kept.found === null ? start : restoredFields(kept.found.typed, draft.read),
  )
  const change = (next: ChoiceFields): void => {
    setFields(next)
    kept.keep(keptFields(next))
  }
  const [completed, setCompleted] = useState<Completed | null>(null)
  const api = useApi()
  const show = useMutation({
    mutationFn: async (choices: unknown) => ({
      ...(await api.packs.preview({ text: file.text, decisions: file.decisions, choices })),
      choices,
    }),
    onSuccess: setCompleted,
  })
  useGiveUpOnLeaving(show.isPending)
  if (completed?.preview.ok) {
    // Only choices that fit this schema complete a file.
    const choices: PackChoices = packChoicesSchema.parse(completed.choices)
    return (
      <>
        <UnsavedGuard isDirty words={t('rules.leave', { returnObjects: true })} />
        <ReadyPack
          file={file}
          preview={completed.preview}
          next={completed.next}
          choices={choices}
          onFinish={(words) => {
            // Empty words mean that the user cancelled.
            if (words !== '') kept.finish()
            onFinish(words)
          }}
          onBack={() => setCompleted(null)}
        />
      </>
    )
  }
  const refused = completed === null || completed.preview.ok ? null : completed.preview
  const problems = refused?.problems ?? []
  const errorAt = (place: string): string | undefined => {
    const found = problems.find((problem) => problem.place === `choices.${place}`)
    return found && reasonWords(t, found.reason)
  }
  return (
    <div className={styles['preview']}>
      <UnsavedGuard isDirty={fields !== start} words={t('rules.leave', { returnObjects: true })} />
      <LeadHeading>{t('packs.import.needsChoices', { name: file.name })}</LeadHeading>
      <DraftNote draft={kept} />
      <NoteList notes={draft.notes} />
      <ChoicesForm draft={draft.read} fields={fields} onChange={change} errorAt={errorAt} />
      {refused === null ? null : (
        <ErrorNotice title={t('packs.choices.missing')}>
          <ProblemList problems={refused.problems} further={refused.further} />
        </ErrorNotice>
      )}
      <FailureNotice failure={show.error} />
      {show.isPending ? <ReadingFile name={file.name} /> : null}
      <Stack direction="row" gap={12}>
        <Button
          kind="primary"
          size="large"
          isPending={show.isPending}
          onPress={() => show.mutate(choicesOf(fields, draft.read))}
        >
          {t('packs.choices.show')}
        </Button>
        <Button size="large" kind="quiet" onPress={() => onFinish('')}>
          {t('packs.import.cancel')}
        </Button>
      </Stack>
    </div>
  )
}
