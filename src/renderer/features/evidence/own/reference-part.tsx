import { useTranslation } from 'react-i18next'
import { articleLimits } from '#shared/evidence/article-limits.ts'
import { Card } from '#renderer/ui/card.tsx'
import { CheckBox } from '#renderer/ui/check-box.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { WordChoice } from '#renderer/ui/word-choice.tsx'
import type { PartProps } from './part-props.ts'
import styles from './own.module.css'

const otherParts = ['authors', 'initials', 'volume and pages'] as const

/** The fields of the publication and of the source that was read. */
export function ReferencePart({ form, change, errorOf }: PartProps) {
  const { t } = useTranslation()
  return (
    <Card title={t('evidence.form.reference')}>
      <TextField
        label={t('evidence.form.title')}
        value={form.title}
        onChange={(title) => change({ title })}
        error={errorOf('title')}
        maxLength={articleLimits.text}
        isRequired
      />
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
        <TextField
          label={t('evidence.form.year')}
          value={form.year}
          onChange={(year) => change({ year })}
          error={errorOf('year')}
          maxLength={10}
        />
        <TextField
          label={t('evidence.form.journal')}
          value={form.journal}
          onChange={(journal) => change({ journal })}
          maxLength={articleLimits.text}
        />
      </div>
      <TextField
        label={t('evidence.form.doi')}
        description={t('evidence.form.doiAbout')}
        value={form.doi}
        onChange={(doi) => change({ doi })}
        error={errorOf('doi')}
        spellCheck={false}
        maxLength={500}
      />
      <CheckBox
        label={t('evidence.form.doiChecked')}
        isSelected={form.isDoiChecked}
        onChange={(isDoiChecked) => change({ isDoiChecked })}
      />
      <TextField
        label={t('evidence.form.citation')}
        description={t('evidence.form.citationAbout')}
        value={form.citation}
        onChange={(citation) => change({ citation })}
        multiline
        rows={3}
        maxLength={articleLimits.text}
      />
      <WordChoice
        label={t('evidence.form.missing')}
        options={otherParts.map((part) => ({ value: part, label: t(`evidence.missing.${part}`) }))}
        value={otherParts.filter((part) => form.missing.includes(part))}
        onChange={(missing) => change({ missing })}
      />
      <div className={styles['pair']}>
        <TextField
          label={t('evidence.form.month')}
          description={t('evidence.form.monthAbout')}
          value={form.month}
          onChange={(month) => change({ month })}
          error={errorOf('month')}
          maxLength={10}
        />
        <TextField
          label={t('evidence.form.publication')}
          description={t('evidence.form.publicationAbout')}
          value={form.publication}
          onChange={(publication) => change({ publication })}
          maxLength={articleLimits.text}
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
