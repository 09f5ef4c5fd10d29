import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { statisticSchema } from '#shared/evidence/effect.ts'
import { LimitedField } from '#renderer/parts/limited-field.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { emptyFinding, freeKey, ownLimits, type FindingForm } from './own-form.ts'
import type { PartProps } from './part-props.ts'
import styles from './own.module.css'

/** The findings, one after the other. */
export function FindingsPart({ form, change, errorOf }: PartProps) {
  const { t } = useTranslation()
  const list = useRef<HTMLDivElement>(null)
  const setFinding = (key: string, changes: Partial<FindingForm>) =>
    change({ findings: form.findings.map((row) => (row.key === key ? { ...row, ...changes } : row)) })

  function add(): void {
    change({ findings: [...form.findings, emptyFinding(freeKey('finding', form.findings))] })
    // Typing continues at the new finding.
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>('fieldset:last-of-type textarea')?.focus(),
    )
  }

  return (
    <Card title={t('evidence.form.findings')}>
      <p>{t('evidence.form.findingsAbout')}</p>
      <div ref={list} className={styles['rows']}>
        {form.findings.map((finding, index) => (
          <FindingFields
            key={finding.key}
            finding={finding}
            number={index + 1}
            onChange={(changes) => setFinding(finding.key, changes)}
            onRemove={() => change({ findings: form.findings.filter(({ key }) => key !== finding.key) })}
            errorOf={(field) => errorOf(`findings.${finding.key}.${field}`)}
          />
        ))}
      </div>
      <div>
        <Button icon="plus" onPress={add}>
          {t('evidence.form.addFinding')}
        </Button>
      </div>
    </Card>
  )
}

const relations = ['=', '<', '>'] as const
const sources = ['abstract', 'summary'] as const

/** The fields of one finding: the statement, its figure, its uncertainty, and its source. */
function FindingFields({
  finding,
  number,
  onChange,
  onRemove,
  errorOf,
}: {
  finding: FindingForm
  number: number
  onChange: (changes: Partial<FindingForm>) => void
  onRemove: () => void
  errorOf: (field: string) => string | undefined
}) {
  const { t } = useTranslation()
  const text = (
    field: 'value' | 'low' | 'high' | 'level' | 'p' | 'count' | 'of',
    limit: number = ownLimits.figure,
  ) => (
    <LimitedField
      label={t(`evidence.form.finding.${field}`)}
      value={finding[field]}
      onChange={(typed) => onChange({ [field]: typed })}
      error={errorOf(field)}
      limit={limit}
    />
  )
  return (
    <fieldset className={styles['finding']}>
      <legend>{t('evidence.place.finding', { number })}</legend>
      <LimitedField
        label={t('evidence.form.finding.claim')}
        description={t('evidence.form.finding.claimAbout')}
        value={finding.claim}
        onChange={(claim) => onChange({ claim })}
        error={errorOf('claim')}
        multiline
        rows={2}
        limit={ownLimits.text}
      />
      <div className={styles['figures']}>
        <div className={styles['wide']}>
          <SelectField
            label={t('evidence.form.finding.statistic')}
            placeholder={t('evidence.form.statistic.direction')}
            value={finding.statistic}
            onChange={(statistic) => onChange({ statistic })}
            options={statisticSchema.options.map((statistic) => ({
              value: statistic,
              label: t(`evidence.form.statistic.${statistic}`),
            }))}
          />
        </div>
        {finding.statistic === 'direction' && finding.value === '' ? null : (
          <div className={styles['wide']}>
            <LimitedField
              label={t('evidence.form.finding.value')}
              description={t('evidence.form.finding.valueAbout')}
              value={finding.value}
              onChange={(value) => onChange({ value })}
              error={errorOf('value')}
              limit={ownLimits.value}
            />
          </div>
        )}
      </div>
      <div className={styles['figures']}>
        {text('low')}
        {text('high')}
        {text('level')}
        <SelectField
          label={t('evidence.form.finding.pRelation')}
          placeholder="="
          value={finding.pRelation}
          onChange={(pRelation) => onChange({ pRelation })}
          options={relations.map((relation) => ({ value: relation, label: relation }))}
        />
        {text('p')}
      </div>
      <div className={styles['figures']}>
        {text('count')}
        <div className={styles['wide']}>{text('of', ownLimits.counted)}</div>
      </div>
      <ChoiceGroup
        label={t('evidence.form.finding.reportedIn')}
        options={sources.map((source) => ({ value: source, label: t(`evidence.form.reportedIn.${source}`) }))}
        value={finding.reportedIn}
        onChange={(reportedIn) => {
          if (reportedIn !== null) onChange({ reportedIn })
        }}
      />
      <LimitedField
        label={t('evidence.form.finding.note')}
        value={finding.note}
        onChange={(note) => onChange({ note })}
        multiline
        rows={2}
        limit={ownLimits.text}
      />
      <div>
        <Button kind="quiet" icon="trash" onPress={onRemove}>
          {t('evidence.form.removeFinding', { number })}
        </Button>
      </div>
    </fieldset>
  )
}
