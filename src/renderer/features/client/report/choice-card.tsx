import { useTranslation } from 'react-i18next'
import { paperSizes, type PaperSize } from '#shared/reports/paper-sizes.ts'
import {
  kindsOfReport,
  movePart,
  reportKinds,
  type ReportKind,
  type ReportPart,
} from '#shared/reports/report-kinds.ts'
import type { FormDraft } from '#renderer/lib/drafted.tsx'
import { DraftNote } from '#renderer/parts/draft-note.tsx'
import { LimitedField } from '#renderer/parts/limited-field.tsx'
import { IconButton } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { CheckBox } from '#renderer/ui/check-box.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { partName } from './build-report.ts'
import common from '#renderer/ui/common.module.css'
import styles from './report.module.css'

/** What was chosen for a report. */
export interface ReportChoice {
  readonly kind: ReportKind
  /** Every part that is offered, in the chosen order. */
  readonly order: readonly ReportPart[]
  readonly chosen: readonly ReportPart[]
  readonly question: string
  readonly paper: PaperSize
}

/** Chooses whom a report is for, its parts and their order, its paper, and for supervision the question. */
export function ChoiceCard({
  choice,
  onChange,
  onKind,
  limit,
  draft,
}: {
  choice: ReportChoice
  onChange: (change: Partial<ReportChoice>) => void
  onKind: (kind: ReportKind) => void
  /** The longest question. */
  limit: number
  draft: Pick<FormDraft<unknown>, 'found' | 'discard' | 'hasFailed'>
}) {
  const { t } = useTranslation()
  const { kind, paper, question } = choice
  return (
    <Card title={t('reports.choice.title')}>
      <SelectField
        label={t('reports.kind.label')}
        description={t(`reports.kind.${kind}About`)}
        placeholder={t(`reports.kind.${kind}`)}
        options={reportKinds.map((each) => ({ value: each, label: t(`reports.kind.${each}`) }))}
        value={kind}
        onChange={onKind}
      />
      {kindsOfReport[kind].asks ? (
        <>
          <LimitedField
            label={t('reports.question.label')}
            description={t('reports.question.description')}
            limit={limit}
            value={question}
            onChange={(text) => onChange({ question: text })}
            multiline
            isRequired
          />
          <DraftNote draft={draft} />
        </>
      ) : null}
      {kindsOfReport[kind].isFixed ? (
        <p className={common['note']}>{t('reports.choice.fixed')}</p>
      ) : (
        <PartList choice={choice} onChange={onChange} />
      )}
      <ChoiceGroup
        label={t('reports.paperSize.label')}
        options={paperSizes.map((size) => ({ value: size, label: t(`reports.paperSize.${size}`) }))}
        value={paper}
        onChange={(size) => size !== null && onChange({ paper: size })}
      />
    </Card>
  )
}

function PartList({
  choice: { kind, order, chosen },
  onChange,
}: {
  choice: ReportChoice
  onChange: (change: Partial<ReportChoice>) => void
}) {
  const { t } = useTranslation()
  return (
    <fieldset className={styles['partList']}>
      <legend className={common['note']}>{t('reports.choice.parts')}</legend>
      <ol className={styles['parts']}>
        {order.map((part, place) => {
          const name = partName(kind, part, t)
          return (
            <li key={part} className={styles['part']}>
              <CheckBox
                label={name}
                isSelected={chosen.includes(part)}
                onChange={(isSelected) =>
                  onChange({
                    chosen: order.filter((each) => (each === part ? isSelected : chosen.includes(each))),
                  })
                }
              />
              <span className={styles['moves']}>
                <IconButton
                  kind="quiet"
                  icon="chevron-up"
                  label={t('reports.choice.earlier', { part: name })}
                  isDisabled={place === 0}
                  onPress={() => onChange({ order: movePart(order, part, -1) })}
                />
                <IconButton
                  kind="quiet"
                  icon="chevron-down"
                  label={t('reports.choice.later', { part: name })}
                  isDisabled={place === order.length - 1}
                  onPress={() => onChange({ order: movePart(order, part, 1) })}
                />
              </span>
            </li>
          )
        })}
      </ol>
      {chosen.length === 0 ? <p role="alert">{t('reports.choice.none')}</p> : null}
    </fieldset>
  )
}
