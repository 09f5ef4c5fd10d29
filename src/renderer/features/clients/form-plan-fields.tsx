import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  handOverMoments,
  rarestSession,
  type FormPlan,
  type FormRhythm,
  type HandOverMoment,
} from '#shared/records/form-plan.ts'
import { NumberEntry } from '#renderer/parts/number-entry.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'

type Kind = FormRhythm['kind']
const kinds: readonly Kind[] = ['every-session', 'every-nth', 'monthly']
/** About once a month, seen weekly. */
const firstNth = 4

/** The fields of one form's plan. Hands on each change that makes a whole plan. */
export function FormPlanFields({
  title,
  plan,
  onChange,
}: {
  title: string
  plan: FormPlan
  onChange: (plan: FormPlan) => void
}) {
  const { t } = useTranslation()
  const { rhythm, moment, lastDay } = plan
  const [typedDay, setTypedDay] = useState<string | null>(lastDay)
  const take = (kind: Kind): void =>
    onChange({ ...plan, rhythm: kind === 'every-nth' ? { kind, n: firstNth } : { kind } })
  return (
    <fieldset aria-label={title} className={stackClass({ gap: 16 })}>
      <ChoiceGroup<Kind>
        label={t('formPlans.form.rhythm')}
        options={kinds.map((value) => ({ value, label: t(`formPlans.form.rhythms.${value}`) }))}
        value={rhythm.kind}
        onChange={(kind) => {
          if (kind !== null && kind !== rhythm.kind) take(kind)
        }}
        description={rhythm.kind === 'monthly' ? t('formPlans.form.monthly') : undefined}
      />
      {rhythm.kind === 'every-nth' ? (
        <NumberEntry
          label={t('formPlans.form.nth')}
          unit={t('formPlans.form.sessions')}
          value={rhythm.n}
          onChange={(n) => {
            if (n !== null) onChange({ ...plan, rhythm: { kind: 'every-nth', n } })
          }}
          minimum={2}
          maximum={rarestSession}
          step={1}
        />
      ) : null}
      <ChoiceGroup<HandOverMoment>
        label={t('formPlans.form.moment')}
        options={handOverMoments.map((value) => ({ value, label: t(`formPlans.form.moments.${value}`) }))}
        value={moment}
        onChange={(next) => {
          if (next !== null) onChange({ ...plan, moment: next })
        }}
      />
      <DateField
        label={t('formPlans.form.lastDay')}
        noDay={t('ui.noDay')}
        value={typedDay}
        onChange={(day, typed) => {
          setTypedDay(day ?? typed)
          // A day that is half typed changes nothing yet.
          if (day !== null || typed === '') onChange({ ...plan, lastDay: day })
        }}
      />
    </fieldset>
  )
}
