import { useState } from 'react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { importResultSchema, nextPackVersionSchema } from '#shared/contract/operations/packs.ts'
import { pairCandidates, type ScaleDescription } from '#shared/instruments/described-scales.ts'
import type { PackChoices, PackPreview } from '#shared/instruments/packs/index.ts'
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
  isOwn = false,
  onFinish,
  onBack,
}: {
  file: PackFile
  preview: Extract<PackPreview, { ok: true }>
  /** The version that it would get. */
  next: NextVersion | null
  choices?: PackChoices
  /** Whether it was written here, and not in a file. */
  isOwn?: boolean
  /** Called with the result; not called if the user cancels. */
  onFinish: (words: string) => void
  /** Returns to what was typed. */
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
      { text: file.text, decisions: file.decisions, choices, said: [...said] },
      {
        onSuccess: (result) => {
          if (result.kind !== 'refused') onFinish(resultWords(t, result, isOwn))
        },
      },
    )
  const refused = keep.data?.kind === 'refused' && !keep.data.preview.ok ? keep.data.preview : null
  return (
    <div className={styles[isOwn ? 'own' : 'preview']}>
      <LeadHeading>{t(isOwn ? 'packs.own.ready' : 'packs.import.ready', { name: file.name })}</LeadHeading>
      {next ? <p>{nextWords(t, next, isOwn ? 'own' : onBack === undefined ? 'file' : 'fhir')}</p> : null}
      <NoteList notes={notes} />
      <section className={styles['sheet']} aria-label={instrument.title}>
        <h4>{instrument.title}</h4>
        <InstrumentView instrument={instrument} />
      </section>
      {canImport && asked.length > 0 ? (
        <>
          <p>
            {isOwn
              ? t('packs.own.asked')
              : t(isDescribed ? 'packs.meaning.pairAsked' : 'packs.meaning.asked')}
          </p>
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
          {keep.isPending
            ? t('packs.import.importing')
            : t(isOwn ? 'packs.own.save' : 'packs.import.confirm')}
        </Button>
        {onBack === undefined ? null : (
          <Button size="large" onPress={onBack}>
            {t('packs.choices.back')}
          </Button>
        )}
        {isOwn ? null : (
          <Button size="large" kind="quiet" onPress={() => onFinish('')}>
            {t('packs.import.cancel')}
          </Button>
        )}
      </Stack>
    </div>
  )
}

function nextWords(t: TFunction, next: NextVersion, from: 'file' | 'fhir' | 'own'): string {
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
      if (from === 'own') return t('packs.own.taken')
      return t(`packs.import.next.${from === 'fhir' ? 'taken-by-shipped-fhir' : 'taken-by-shipped'}`, {
        id: next.id,
      })
  }
}

function resultWords(
  t: TFunction,
  result: Exclude<ImportResult, { kind: 'refused' }>,
  isOwn: boolean,
): string {
  if (result.kind === 'taken-by-shipped') return t('packs.import.result.taken', { id: result.id })
  const { title, version } = result.pack.instrument
  if (result.kind === 'imported') {
    if (isOwn) return t('packs.own.saved', { title, version })
    return t(`packs.import.result.${result.isRenumbered ? 'renumbered' : 'imported'}`, { title, version })
  }
  const isRetired = result.pack.state === 'retired'
  return t(`packs.import.result.${isRetired ? 'unchangedRetired' : 'unchanged'}`, { title, version })
}
