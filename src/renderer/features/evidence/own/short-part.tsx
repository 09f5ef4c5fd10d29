import { useTranslation } from 'react-i18next'
import { LimitedField } from '#renderer/parts/limited-field.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { ownLimits } from './own-form.ts'
import type { PartProps } from './part-props.ts'

/** The three fields of a short summary: what was read, where it is, and the lines to keep. */
export function ShortPart({
  form,
  change,
  errorOf,
  takesFocus,
}: PartProps & {
  /** Whether the screen begins with the title. */
  takesFocus: boolean
}) {
  const { t } = useTranslation()
  return (
    <Card>
      <LimitedField
        label={t('evidence.form.title')}
        value={form.title}
        onChange={(title) => change({ title })}
        error={errorOf('title')}
        limit={ownLimits.text}
        isRequired
        takesFocus={takesFocus}
      />
      <LimitedField
        label={t('evidence.form.link')}
        description={t('evidence.form.linkAbout')}
        value={form.link}
        onChange={(link) => change({ link })}
        error={errorOf('link')}
        spellCheck={false}
        limit={ownLimits.link}
      />
      <LimitedField
        label={t('evidence.inBrief')}
        description={t('evidence.form.about.inBrief')}
        value={form.inBrief}
        onChange={(inBrief) => change({ inBrief })}
        multiline
        rows={4}
        limit={ownLimits.text}
      />
    </Card>
  )
}
