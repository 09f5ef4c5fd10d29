import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMutation } from '@tanstack/react-query'
import type { TablePlace } from '#shared/imports/how-to-read.ts'
import type { FileToImport, ImportPlan } from '#shared/imports/import-preview.ts'
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
import { firstChoice, gapsIn, readingOf, type Choice } from './choice.ts'
import { ColumnsCard } from './columns-card.tsx'
import { ItemsCard } from './items-card.tsx'
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
  ...file
}: TextToImport & {
  survey: TableSurvey
  encoding: TextEncodingName
  onPlace: (place: TablePlace) => void
}) {
  const { t } = useTranslation()
  const instruments = useAsk('instruments.list')
  const [choice, setChoice] = useState(() => firstChoice(survey))
  const mapping = { survey, choice, onChange: setChoice }
  const reading = readingOf(choice, survey)
  return (
    <>
      <ReadingCard {...mapping} encoding={encoding} onPlace={onPlace} />
      <Loaded query={instruments} loading={t('imports.columns.instrument')}>
        {(all) => (
          <ColumnsCard {...mapping} instruments={all.filter(({ id }) => !ofNoSession.includes(id))} />
        )}
      </Loaded>
      {choice.instrument === null ? null : <ItemsCard {...mapping} instrument={choice.instrument} />}
      {reading === null ? (
        <GapsCard choice={choice} survey={survey} />
      ) : (
        <FileToLookAt
          // Another choice makes what was shown of the result wrong.
          key={JSON.stringify(reading)}
          {...file}
          file={{ kind: 'table', text: file.text, ...reading }}
        />
      )}
    </>
  )
}

/** Shows what the import of Attune's own table would bring. */
export function AttuneTable(file: TextToImport) {
  const { t } = useTranslation()
  return (
    <>
      <Card>
        <p>{t('imports.attune')}</p>
      </Card>
      <FileToLookAt {...file} file={{ kind: 'attune', text: file.text }} />
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
