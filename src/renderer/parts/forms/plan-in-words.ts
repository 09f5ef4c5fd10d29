import type { TFunction } from 'i18next'
import type { FormPlan } from '#shared/records/form-plan.ts'

/** A sentence that says when a form is given: “PHQ-9: once a month, at the beginning.” */
export function planInWords(title: string, { rhythm, moment, lastDay }: FormPlan, t: TFunction): string {
  const words = {
    title,
    rhythm:
      rhythm.kind === 'every-nth'
        ? t('formPlans.rhythm.every-nth', { n: rhythm.n })
        : t(`formPlans.rhythm.${rhythm.kind}`),
    moment: t(`formPlans.moment.${moment}`),
  }
  return lastDay === null
    ? t('formPlans.plan', words)
    : t('formPlans.planUntil', { ...words, date: new Date(lastDay) })
}
