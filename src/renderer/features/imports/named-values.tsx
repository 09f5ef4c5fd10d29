import { useTranslation } from 'react-i18next'
import { NumberEntry } from '#renderer/parts/number-entry.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import common from '#renderer/ui/common.module.css'
import { mostNames, raterMeanings } from './choice.ts'
import type { MappingProps } from './column-field.tsx'
import styles from './imports.module.css'

/** The numbers of sessions that have names. Nothing for a column of plain numbers. */
export function NamedSessions({ choice, onChange }: MappingProps) {
  const { t } = useTranslation()
  const { sessions } = choice
  if (sessions.length === 0 || sessions.length > mostNames) return null
  return (
    <fieldset className={styles['group']}>
      <legend>{t('imports.columns.sessionsTitle')}</legend>
      <p className={common['note']}>{t('imports.columns.sessionsAbout')}</p>
      <div className={styles['fields']}>
        {sessions.map(({ text, number }) => (
          <NumberEntry
            key={text}
            label={t('imports.columns.sessionNumber', { text })}
            value={number}
            minimum={1}
            maximum={100_000}
            onChange={(next) =>
              onChange({
                ...choice,
                sessions: sessions.map((each) => (each.text === text ? { text, number: next } : each)),
              })
            }
          />
        ))}
      </div>
    </fieldset>
  )
}

/** Whom each text in the column of raters means. */
export function NamedRaters({ choice, onChange }: MappingProps) {
  const { t } = useTranslation()
  return Object.entries(choice.raters).map(([text, meaning]) => (
    <ChoiceGroup
      key={text}
      label={t('imports.columns.raterMeaning', { text })}
      options={raterMeanings.map((each) => ({
        value: each,
        label: t(`imports.columns.raterMeanings.${each}`),
      }))}
      value={meaning}
      onChange={(next) => {
        if (next !== null) onChange({ ...choice, raters: { ...choice.raters, [text]: next } })
      }}
    />
  ))
}
