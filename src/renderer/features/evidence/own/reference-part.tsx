import { useTranslation } from 'react-i18next'
import { LimitedField } from '#renderer/parts/limited-field.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { CheckBox } from '#renderer/ui/check-box.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { WordChoice } from '#renderer/ui/word-choice.tsx'
import { ownLimits } from './own-form.ts'
import type { PartProps } from './part-props.ts'
import styles from './own.module.css'

const otherParts = ['authors', 'initials', 'volume and pages'] as const

/** The fields of the publication and of the source that was read. */
export function ReferencePart({ form, change, errorOf }: PartProps) {
  const { t } = useTranslation()
  return (
    <Card title={t('evidence.form.reference')}>
      <TextField
        label={t('evidence.form.authors')}
        description={t('evidence.form.authorsAbout')}
        value={form.authors}
        onChange={(authors) => change({ authors })}
        multiline
        rows={3}
        spellCheck={false}
      />
      <div className={styles['pair']}>
        <LimitedField
          label={t('evidence.form.year')}
          value={form.year}
          onChange={(year) => change({ year })}
          error={errorOf('year')}
          limit={ownLimits.year}
        />
        <LimitedField
          label={t('evidence.form.journal')}
          value={form.journal}
          onChange={(journal) => change({ journal })}
          limit={ownLimits.text}
        />
      </div>
      <LimitedField
        label={t('evidence.form.doi')}
        description={t('evidence.form.doiAbout')}
        value={form.doi}
        onChange={(doi) => change({ doi })}
        error={errorOf('doi')}
        spellCheck={false}
        limit={ownLimits.doi}
      />
      <CheckBox
        label={t('evidence.form.doiChecked')}
        isSelected={form.isDoiChecked}
        onChange={(isDoiChecked) => change({ isDoiChecked })}
      />
      <LimitedField
        label={t('evidence.form.citation')}
        description={t('evidence.form.citationAbout')}
        value={form.citation}
        onChange={(citation) => change({ citation })}
        multiline
        rows={3}
        limit={ownLimits.text}
      />
      <WordChoice
        label={t('evidence.form.missing')}
        options={otherParts.map((part) => ({ value: part, label: t(`evidence.missing.${part}`) }))}
        value={otherParts.filter((part) => form.missing.includes(part))}
        onChange={(missing) => change({ missing })}
      />
      <div className={styles['pair']}>
        <LimitedField
          label={t('evidence.form.month')}
          description={t('evidence.form.monthAbout')}
          value={form.month}
          onChange={(month) => change({ month })}
          error={errorOf('month')}
          limit={ownLimits.month}
        />
        <LimitedField
          label={t('evidence.form.publication')}
          description={t('evidence.form.publicationAbout')}
          value={form.publication}
          onChange={(publication) => change({ publication })}
          limit={ownLimits.text}
        />
      </div>
      <CheckBox
        label={t('evidence.form.abstractChecked')}
        isSelected={form.isAbstractChecked}
        onChange={(isAbstractChecked) => change({ isAbstractChecked })}
      />
    </Card>
  )
}
