import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMutation } from '@tanstack/react-query'
import { importLimits, type TablePlace } from '#shared/imports/how-to-read.ts'
import type { FileToImport, ImportPlan, OwnFormat } from '#shared/imports/import-preview.ts'
import type { TableSurvey } from '#shared/imports/table-survey.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import type { TextEncodingName } from '#renderer/lib/read-text-file.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { ReadingFile, useGiveUpOnLeaving } from '#renderer/parts/reading-file.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { firstChoice, forNext, gapsIn, howOf, mappingOf, type Choice } from './choice.ts'
import { ColumnsCard } from './columns-card.tsx'
import { ItemsCard } from './items-card.tsx'
import { KeptQuestionnaires, type KeptQuestionnaire } from './kept-questionnaires.tsx'
import { PlanCard } from './plan-card.tsx'
import { ReadingCard } from './reading-card.tsx'
import { RefusalNotice } from './refusal-notice.tsx'
import styles from './imports.module.css'

interface TextToImport {
  readonly name: string
  readonly text: string
  readonly onImported: (forms: number) => void
}

/** Own checks belong to no session. */
const ofNoSession: readonly string[] = [ownInstruments.supervision, ownInstruments.wellbeing]

/** Asks what the columns of a table hold, then shows what its import would bring. */
export function TableToMap({
  survey,
  encoding,
  onPlace,
  onEncoding,
  ...file
}: TextToImport & {
  survey: TableSurvey
  encoding: TextEncodingName
  onPlace: (place: TablePlace) => void
  onEncoding: (encoding: TextEncodingName) => void
}) {
  const { t } = useTranslation()
  const instruments = useAsk('instruments.list')
  const [choice, setChoice] = useState(() => firstChoice(survey))
  const mapping = { survey, choice, onChange: setChoice }
  const [kept, setKept] = useState<readonly KeptQuestionnaire[]>([])
  const present = mappingOf(choice, survey)
  const mappings = [...kept.map((each) => each.mapping), ...(present === null ? [] : [present])]
  // After one questionnaire, a next one may be left unchosen.
  const isReady = present !== null || (kept.length > 0 && choice.instrument === null)
  const reading = { how: howOf(choice, survey), mappings }
  return (
    <>
      <ReadingCard {...mapping} encoding={encoding} onPlace={onPlace} onEncoding={onEncoding} />
      <Loaded query={instruments} loading={t('imports.columns.instrument')}>
        {(all) => (
          <ColumnsCard {...mapping} instruments={all.filter(({ id }) => !ofNoSession.includes(id))} />
        )}
      </Loaded>
      <KeptQuestionnaires
        kept={kept}
        onRemove={(at) => setKept(kept.filter((_each, place) => place !== at))}
      />
      {choice.instrument === null ? null : <ItemsCard {...mapping} instrument={choice.instrument} />}
      {present === null ||
      choice.instrument === null ||
      mappings.length === importLimits.questionnaires ? null : (
        <AddQuestionnaire
          onAdd={() => {
            setKept([...kept, { title: choice.instrument?.title ?? '', mapping: present }])
            setChoice(forNext(choice))
          }}
        />
      )}
      {isReady ? (
        <FileToLookAt
          // Another choice makes what was shown of the result wrong.
          key={JSON.stringify(reading)}
          {...file}
          file={{ kind: 'table', text: file.text, ...reading }}
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
