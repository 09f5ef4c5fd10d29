import { useTranslation } from 'react-i18next'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { occasions } from '#shared/records/session-log.ts'
import { Card } from '#renderer/ui/card.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { columnAt, whoRated, withItems, withQuestionnaire } from './choice.ts'
import { AnswersOrTotals } from './answers-or-totals.tsx'
import { ColumnField, type MappingProps } from './column-field.tsx'
import { NamedSessions, NamedRaters } from './named-values.tsx'
import styles from './imports.module.css'

const layouts = ['wide', 'long'] as const

/** Asks what the columns of a table hold. */
export function ColumnsCard({
  instruments,
  ...mapping
}: MappingProps & { instruments: readonly Instrument[] }) {
  const { t } = useTranslation()
  const { survey, choice, onChange } = mapping
  const { instrument } = choice
  const questionnaires = columnAt(survey, choice.columns.questionnaire)
  return (
    <Card title={t('imports.columns.title')}>
      <SelectField
        label={t('imports.columns.instrument')}
        placeholder={t('imports.columns.instrumentPlaceholder')}
        options={instruments.map(({ id, title }) => ({ value: id, label: title }))}
        value={instrument?.totalOf?.instrument ?? instrument?.id ?? null}
        onChange={(id) => {
          const chosen = instruments.find((each) => each.id === id)
          if (chosen !== undefined) onChange(withQuestionnaire(choice, survey, chosen))
        }}
      />
      <AnswersOrTotals {...mapping} instruments={instruments} />
      <ChoiceGroup
        label={t('imports.columns.layout')}
        options={layouts.map((layout) => ({ value: layout, label: t(`imports.columns.layouts.${layout}`) }))}
        value={choice.layout}
        onChange={(layout) => {
          if (layout !== null) onChange(withItems({ ...choice, layout, items: {}, totals: {} }, survey))
        }}
      />
      <div className={styles['fields']}>
        <ColumnField {...mapping} holds="client" label={t('imports.columns.client')} />
        <ColumnField {...mapping} holds="date" label={t('imports.columns.date')} isOptional />
        <ColumnField {...mapping} holds="session" label={t('imports.columns.session')} isOptional />
        {choice.layout === 'wide' ? null : (
          <>
            <ColumnField {...mapping} holds="item" label={t('imports.columns.item')} />
            <ColumnField {...mapping} holds="answer" label={t('imports.columns.answer')} />
            <ColumnField
              {...mapping}
              holds="questionnaire"
              label={t('imports.columns.questionnaire')}
              isOptional
            />
            {questionnaires === undefined ? null : (
              <SelectField
                label={t('imports.columns.only')}
                placeholder={t('imports.columns.onlyPlaceholder')}
                options={questionnaires.values.map(({ text }) => ({ value: text, label: text }))}
                value={choice.only}
                onChange={(only) => onChange({ ...choice, only })}
              />
            )}
          </>
        )}
      </div>
      <NamedSessions {...mapping} />
      <ChoiceGroup
        label={t('imports.columns.whoRated')}
        options={whoRated.map((who) => ({ value: who, label: t(`imports.columns.whoRatedOptions.${who}`) }))}
        value={choice.whoRated}
        onChange={(who) => {
          if (who !== null) onChange({ ...choice, whoRated: who })
        }}
      />
      {choice.whoRated === 'column' ? (
        <>
          <ColumnField {...mapping} holds="rater" label={t('imports.columns.rater')} />
          <NamedRaters {...mapping} />
        </>
      ) : null}
      {instrument?.occasion === 'any' ? (
        <ChoiceGroup
          label={t('imports.columns.occasion')}
          options={occasions.map((each) => ({ value: each, label: t(`imports.columns.occasions.${each}`) }))}
          value={choice.occasion}
          onChange={(occasion) => {
            if (occasion !== null) onChange({ ...choice, occasion })
          }}
        />
      ) : null}
    </Card>
  )
}
