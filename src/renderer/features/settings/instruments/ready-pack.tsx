import { useState } from 'react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { importResultSchema, nextPackVersionSchema } from '#shared/contract/operations/packs.ts'
import { pairCandidates, type ScaleDescription } from '#shared/instruments/described-scales.ts'
import type { FhirChoices, PackPreview } from '#shared/instruments/packs/index.ts'
import { useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { ReadingFile } from '#renderer/parts/reading-file.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { InstrumentView } from './instrument-view.tsx'
import { LeadHeading } from './lead-heading.tsx'
import { NoteList } from './note-list.tsx'
import { ProblemList } from './problem-list.tsx'
import { ScaleMeanings, useOffered } from './scale-meanings.tsx'
import type { PackFile } from './use-packs.ts'
import styles from './instruments.module.css'

type ImportResult = z.output<typeof importResultSchema>
type NextVersion = z.output<typeof nextPackVersionSchema>

/** Shows the whole result with its version, and imports it on confirmation. */
export function ReadyPack({
  file,
  preview,
  next,
  choices,
  onFinish,
  onBack,
}: {
  file: PackFile
  preview: Extract<PackPreview, { ok: true }>
  /** The version that it would get. */
  next: NextVersion | null
  choices?: FhirChoices
  /** Called with the result; not called if the user cancels. */
  onFinish: (words: string) => void
  /** Returns to the additions to a FHIR file. */
  onBack?: () => void
}) {
  const { t } = useTranslation()
  const keep = useChange('packs.import')
  const [said, setSaid] = useState<readonly ScaleDescription[]>([])
  const { instrument, notes } = preview
  const others = useOffered()
  const asked = instrument.scales.filter(
    (scale) =>
      scale.construct === undefined ||
      scale.frame === undefined ||
      (scale.pairedWith === undefined && pairCandidates({ instrument, scale }, others).length > 0),
  )
  const isDescribed = asked.every(({ construct, frame }) => construct !== undefined && frame !== undefined)
  const canImport = next?.kind === 'new' || next?.kind === 'new-version'
  const confirm = (): void =>
    keep.mutate(
      { text: file.text, choices, said: [...said] },
      {
        onSuccess: (result) => {
          if (result.kind !== 'refused') onFinish(resultWords(t, result))
        },
      },
    )
  const refused = keep.data?.kind === 'refused' && !keep.data.preview.ok ? keep.data.preview : null
  return (
    <div className={styles['preview']}>
      <LeadHeading>{t('packs.import.ready', { name: file.name })}</LeadHeading>
      {next ? <p>{nextWords(t, next, onBack !== undefined)}</p> : null}
      <NoteList notes={notes} />
      <section className={styles['sheet']} aria-label={instrument.title}>
        <h4>{instrument.title}</h4>
        <InstrumentView instrument={instrument} />
      </section>
      {canImport && asked.length > 0 ? (
        <>
          <p>{t(isDescribed ? 'packs.meaning.pairAsked' : 'packs.meaning.asked')}</p>
          <ScaleMeanings instrument={instrument} scales={asked} said={said} onChange={setSaid} />
        </>
      ) : null}
      <FailureNotice failure={keep.error} />
      {keep.isPending ? <ReadingFile name={file.name} /> : null}
      {refused === null ? null : (
        <ErrorNotice title={t('packs.import.refused', { name: file.name })}>
          <ProblemList problems={refused.problems} further={refused.further} />
        </ErrorNotice>
      )}
      <Stack direction="row" gap={12}>
        <Button
          kind="primary"
          size="large"
          isDisabled={!canImport}
          isPending={keep.isPending}
          onPress={confirm}
        >
          {keep.isPending ? t('packs.import.importing') : t('packs.import.confirm')}
        </Button>
        {onBack === undefined ? null : (
          <Button size="large" onPress={onBack}>
            {t('packs.choices.back')}
          </Button>
        )}
        <Button size="large" kind="quiet" onPress={() => onFinish('')}>
          {t('packs.import.cancel')}
        </Button>
      </Stack>
    </div>
  )
}

function nextWords(t: TFunction, next: NextVersion, isFhir: boolean): string {
  switch (next.kind) {
    case 'new':
    case 'unchanged':
      return t(`packs.import.next.${next.kind}`, { version: next.version })
    case 'new-version': {
      const { after, version, isRenumbered } = next
      const words = t('packs.import.next.new-version', { after, version })
      return isRenumbered ? `${words} ${t('packs.import.next.renumbered')}` : words
    }
    case 'taken-by-shipped':
      return t(`packs.import.next.${isFhir ? 'taken-by-shipped-fhir' : 'taken-by-shipped'}`, { id: next.id })
  }
}

function resultWords(t: TFunction, result: Exclude<ImportResult, { kind: 'refused' }>): string {
  if (result.kind === 'taken-by-shipped') return t('packs.import.result.taken', { id: result.id })
  const { title, version } = result.pack.instrument
  if (result.kind === 'imported') {
    return t(`packs.import.result.${result.isRenumbered ? 'renumbered' : 'imported'}`, { title, version })
  }
  const isRetired = result.pack.state === 'retired'
  return t(`packs.import.result.${isRetired ? 'unchangedRetired' : 'unchanged'}`, { title, version })
}
