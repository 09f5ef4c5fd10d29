import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  allBrought,
  type DoneImport,
  type FileToImport,
  type ImportPlan,
} from '#shared/imports/import-preview.ts'
import { useChange } from '#renderer/lib/change.ts'
import { isolateDirection } from '#renderer/lib/isolate-direction.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { ReadingFile, useGiveUpOnLeaving } from '#renderer/parts/reading-file.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { CheckBox } from '#renderer/ui/check-box.tsx'
import { mainPart } from './main-part.ts'
import { NoteTable, ProblemTable } from './row-tables.tsx'
import styles from './imports.module.css'

type Plan = Extract<ImportPlan, { kind: 'plan' }>

/** Shows what an import would bring and which rows it can't, and imports on confirmation. */
export function PlanCard({
  name,
  file,
  plan,
  onPlan,
  onImported,
}: {
  name: string
  file: FileToImport
  plan: Plan
  /** The vault or the file's reading has changed since. */
  onPlan: (plan: ImportPlan) => void
  onImported: (brought: DoneImport['brought']) => void
}) {
  const { t } = useTranslation()
  const [leavesOut, setLeavesOut] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const { brings, problems, notes } = plan
  const bring = useChange('imports.run', {
    onSuccess: (answer) => (answer.kind === 'done' ? onImported(answer.done.brought) : onPlan(answer.plan)),
  })
  useGiveUpOnLeaving(bring.isPending)
  const hasProblems = problems.listed.length > 0
  const isNothing = allBrought(brings) === 0
  const { part, count } = mainPart(brings)
  return (
    <Card title={t('imports.plan.title')}>
      <BroughtList plan={plan} />
      {brings.risks === 0 ? null : (
        <Banner kind="caution" title={t('imports.plan.risksTitle', { count: brings.risks })}>
          {t('imports.plan.risks')}
        </Banner>
      )}
      <NoteTable notes={notes} />
      {hasProblems ? <ProblemTable problems={problems} /> : null}
      {hasProblems && !isNothing ? (
        <CheckBox
          label={t('imports.plan.leaveOut')}
          description={t('imports.plan.correct')}
          isSelected={leavesOut}
          onChange={setLeavesOut}
        />
      ) : null}
      <FailureNotice failure={bring.error} />
      <div>
        <Button
          ref={button}
          kind="primary"
          size="large"
          isDisabled={isNothing || (hasProblems && !leavesOut)}
          isPending={bring.isPending}
          onPress={() => bring.mutate({ file, leavesOut })}
        >
          {isNothing ? t('imports.plan.nothing') : t(`imports.plan.confirm.${part}`, { count })}
        </Button>
      </div>
      {bring.isPending ? (
        <ReadingFile
          name={name}
          showsProgress
          onCancel={() => {
            bring.reset()
            button.current?.focus()
          }}
        />
      ) : null}
    </Card>
  )
}

function BroughtList({ plan: { brings, newCodes, leftOut, ...plan } }: { plan: Plan }) {
  const { t } = useTranslation()
  const listed = newCodes.map(isolateDirection).join(', ')
  const codes = brings.newClients > newCodes.length ? t('imports.plan.andMore', { codes: listed }) : listed
  const { unchanged, unchangedOwnRatings, unchangedTexts } = plan
  const counts = { ...brings, unchanged, unchangedOwnRatings, unchangedTexts, ...leftOut }
  return (
    <ul className={styles['list']}>
      {(
        [
          'newClients',
          'newSessions',
          'extendedSessions',
          'forms',
          'totals',
          'ownWords',
          'ownRatings',
          'texts',
          'unchanged',
          'unchangedOwnRatings',
          'unchangedTexts',
          'empty',
          'other',
        ] as const
      ).map((what) =>
        counts[what] === 0 ? null : (
          <li key={what}>{t(`imports.plan.${what}`, { count: counts[what], codes })}</li>
        ),
      )}
    </ul>
  )
}
