import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMutation } from '@tanstack/react-query'
import { importLimits, type TablePlace } from '#shared/imports/how-to-read.ts'
import type { DoneImport, FileToImport, ImportPlan, OwnFormat } from '#shared/imports/import-preview.ts'
import type { TableSurvey } from '#shared/imports/table-survey.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import { totalFormOf } from '#shared/instruments/total-form.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { Drafted, type FormDraft } from '#renderer/lib/drafted.tsx'
import type { TextEncodingName } from '#renderer/lib/read-text-file.ts'
import { DraftNote } from '#renderer/parts/draft-note.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { ReadingFile, useGiveUpOnLeaving } from '#renderer/parts/reading-file.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { firstChoice, forNext, gapsIn, howOf, mappingOf, type Choice } from './choice.ts'
import { ColumnsCard } from './columns-card.tsx'
import { ItemsCard } from './items-card.tsx'
import { choicesOf, keptOf, keptTableSchema, type KeptTable, type TableChoices } from './kept-choice.ts'
import { KeptQuestionnaires } from './kept-questionnaires.tsx'
import { PlanCard } from './plan-card.tsx'
import { ReadingCard } from './reading-card.tsx'
import { RefusalNotice } from './refusal-notice.tsx'
import styles from './imports.module.css'

interface TextToImport {
  readonly name: string
  readonly text: string
  readonly onImported: (brought: DoneImport['brought']) => void
}

/** Own checks belong to no session. */
const ofNoSession: readonly string[] = [ownInstruments.supervision, ownInstruments.wellbeing]

interface TableProps extends TextToImport {
  readonly survey: TableSurvey
  readonly encoding: TextEncodingName
  readonly onPlace: (place: TablePlace) => void
  readonly onEncoding: (encoding: TextEncodingName) => void
}

/** Asks what the columns of a table hold, then shows what its import would bring. What was said survives a lock. */
export function TableToMap(table: TableProps) {
  const { t } = useTranslation()
  const instruments = useAsk('instruments.list')
  return (
    <Loaded query={instruments} loading={t('imports.columns.instrument')}>
      {(all) => (
        <Drafted form="ratings-table" subject="new" clientId={null} schema={keptTableSchema}>
          {(draft) => (
            <DraftedTable
              {...table}
              draft={draft}
              instruments={all.filter(({ id }) => !ofNoSession.includes(id))}
            />
          )}
        </Drafted>
      )}
    </Loaded>
  )
}

/** The forms of totals that a table can hold. */
function totalForms(instruments: readonly Instrument[]): Instrument[] {
  return instruments.flatMap((each) =>
    [true, false].flatMap((isVersionKnown) => totalFormOf(each, isVersionKnown) ?? []),
  )
}

function DraftedTable({
  survey,
  encoding,
  onPlace,
  onEncoding,
  draft,
  instruments,
  onImported,
  ...file
}: TableProps & { draft: FormDraft<KeptTable>; instruments: readonly Instrument[] }) {
  const [start] = useState(
    () => draft.found && choicesOf(draft.found.typed, survey, [...instruments, ...totalForms(instruments)]),
  )
  const [{ found, present: choice }, setChoices] = useState<TableChoices>(
    start ?? { found: [], present: firstChoice(survey) },
  )
  const change = (next: TableChoices): void => {
    setChoices(next)
    draft.keep(keptOf(next, survey))
  }
  const mapping = { survey, choice, onChange: (next: Choice) => change({ found, present: next }) }
  const present = mappingOf(choice, survey)
  const kept = found.flatMap((each) => {
    const its = mappingOf(each, survey)
    return its === null ? [] : [{ title: each.instrument?.title ?? '', mapping: its }]
  })
  const mappings = [...kept.map((each) => each.mapping), ...(present === null ? [] : [present])]
  // After one questionnaire, a next one may be left unchosen.
  const isReady = present !== null || (kept.length > 0 && choice.instrument === null)
  const reading = { how: howOf(choice, survey), mappings }
  return (
    <>
      {/* A draft about another table says nothing about this one. */}
      <DraftNote draft={start === null ? { ...draft, found: null } : draft} />
      <ReadingCard {...mapping} encoding={encoding} onPlace={onPlace} onEncoding={onEncoding} />
      <ColumnsCard {...mapping} instruments={instruments} />
      <KeptQuestionnaires
        kept={kept}
        onRemove={(at) => change({ found: found.filter((_each, place) => place !== at), present: choice })}
      />
      {choice.instrument === null ? null : <ItemsCard {...mapping} instrument={choice.instrument} />}
      {present === null || mappings.length === importLimits.questionnaires ? null : (
        <AddQuestionnaire onAdd={() => change({ found: [...found, choice], present: forNext(choice) })} />
      )}
      {isReady ? (
        <FileToLookAt
          // Another choice makes what was shown of the result wrong.
          key={JSON.stringify(reading)}
          {...file}
          file={{ kind: 'table', text: file.text, ...reading }}
          onImported={(forms) => {
            draft.finish()
            onImported(forms)
          }}
        />
      ) : (
        <GapsCard choice={choice} survey={survey} />
      )}
    </>
  )
}

function AddQuestionnaire({ onAdd }: { onAdd: () => void }) {
  const { t } = useTranslation()
  return (
    <Card>
      <p>{t('imports.kept.about')}</p>
      <div>
        <Button onPress={onAdd}>{t('imports.kept.add')}</Button>
      </div>
    </Card>
  )
}

/** Shows what the import of an export of Attune would bring. */
export function AttuneExport({ format, ...file }: TextToImport & { format: OwnFormat }) {
  const { t } = useTranslation()
  return (
    <>
      <Card>
        <p>{t(`imports.attune.${format}`)}</p>
      </Card>
      <FileToLookAt {...file} file={{ kind: 'attune', format, text: file.text }} />
    </>
  )
}

function GapsCard({ choice, survey }: { choice: Choice; survey: TableSurvey }) {
  const { t } = useTranslation()
  return (
    <Card title={t('imports.gaps.title')}>
      <ul className={styles['list']}>
        {gapsIn(choice, survey).map((gap) => (
          <li key={gap}>{t(`imports.gaps.${gap}`)}</li>
        ))}
      </ul>
    </Card>
  )
}

function FileToLookAt({ name, file, onImported }: TextToImport & { file: FileToImport }) {
  const { t } = useTranslation()
  const api = useApi()
  const button = useRef<HTMLButtonElement>(null)
  const [plan, setPlan] = useState<ImportPlan | null>(null)
  const look = useMutation({ mutationFn: () => api.imports.preview(file), onSuccess: setPlan })
  useGiveUpOnLeaving(look.isPending)
  return (
    <>
      <div>
        <Button ref={button} size="large" isDisabled={look.isPending} onPress={() => look.mutate()}>
          {t('imports.look')}
        </Button>
      </div>
      {look.isPending ? (
        <ReadingFile
          name={name}
          showsProgress
          onCancel={() => {
            look.reset()
            button.current?.focus()
          }}
        />
      ) : null}
      <FailureNotice failure={look.error} />
      {plan?.kind === 'refused' ? <RefusalNotice name={name} refusal={plan.refusal} /> : null}
      {plan?.kind === 'plan' ? (
        <PlanCard
          key={look.submittedAt}
          name={name}
          file={file}
          plan={plan}
          onPlan={setPlan}
          onImported={onImported}
        />
      ) : null}
    </>
  )
}
