import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fhirChoicesSchema, previewPack, type PackPreview } from '#shared/instruments/packs/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { UnsavedGuard } from '#renderer/lib/unsaved-guard.tsx'
import { FhirChoicesForm } from './fhir-choices-form.tsx'
import { choicesOf, startFields } from './fhir-fields.ts'
import { LeadHeading } from './lead-heading.tsx'
import { NoteList } from './note-list.tsx'
import { reasonWords } from './pack-words.ts'
import { ProblemList } from './problem-list.tsx'
import { ReadyPack } from './ready-pack.tsx'
import type { PackFile } from './use-packs.ts'
import styles from './instruments.module.css'

type Refusal = Extract<PackPreview, { ok: false }>

/** A readable FHIR Questionnaire: asks for what FHIR cannot hold, then shows the result. */
export function FhirPack({
  file,
  draft,
  onFinish,
}: {
  file: PackFile
  draft: NonNullable<Refusal['draft']>
  onFinish: (words: string) => void
}) {
  const { t } = useTranslation()
  const [start] = useState(() => startFields(draft.fhir))
  const [fields, setFields] = useState(start)
  const [completed, setCompleted] = useState<PackPreview | null>(null)
  if (completed?.ok) {
    return (
      <>
        <UnsavedGuard isDirty words={t('rules.leave', { returnObjects: true })} />
        <ReadyPack
          file={file}
          preview={completed}
          choices={fhirChoicesSchema.parse(choicesOf(fields, draft.fhir))}
          onFinish={onFinish}
          onBack={() => setCompleted(null)}
        />
      </>
    )
  }
  const problems = completed?.problems ?? []
  const errorAt = (place: string): string | undefined => {
    const found = problems.find((problem) => problem.place === `choices.${place}`)
    return found && reasonWords(t, found.reason)
  }
  return (
    <div className={styles['preview']}>
      <UnsavedGuard isDirty={fields !== start} words={t('rules.leave', { returnObjects: true })} />
      <LeadHeading>{t('packs.import.needsChoices', { name: file.name })}</LeadHeading>
      <NoteList notes={draft.notes} />
      <FhirChoicesForm draft={draft.fhir} fields={fields} onChange={setFields} errorAt={errorAt} />
      {completed === null ? null : (
        <ErrorNotice title={t('packs.choices.missing')}>
          <ProblemList problems={completed.problems} further={completed.further} />
        </ErrorNotice>
      )}
      <Stack direction="row" gap={12}>
        <Button
          kind="primary"
          size="large"
          onPress={() => setCompleted(previewPack(file.text, choicesOf(fields, draft.fhir)))}
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
