import { useTranslation } from 'react-i18next'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import { answerTo } from '#shared/instruments/response.ts'
import type { WellbeingCheck } from '#shared/records/wellbeing-check.ts'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { checksOn, PastChecks } from '#renderer/parts/past-checks.tsx'
import { ContextLinks } from '#renderer/parts/prompts/context-links.tsx'
import { PromptHistory } from '#renderer/parts/prompts/prompt-history.tsx'
import { PromptList } from '#renderer/parts/prompts/prompt-list.tsx'
import { RulesOffLine } from '#renderer/parts/prompts/rules-off-line.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { CheckForm } from './check-form.tsx'
import { useWellbeing } from './use-wellbeing.ts'
import common from '#renderer/ui/common.module.css'

/** The therapist's own screen: a private check, and what it suggests. */
export function WellbeingScreen() {
  const { t } = useTranslation()
  return (
    <Page title={t('wellbeing.title')} subtitle={t('wellbeing.subtitle')}>
      <Loaded query={useWellbeing()} loading={t('wellbeing.loading')}>
        {({ instruments, checks, prompts: all }) => {
          const form = instruments.find(({ id }) => id === ownInstruments.wellbeing) ?? null
          // Those about supervision stand on its own screen.
          const prompts = all.filter(({ area }) => area !== 'supervision')
          return (
            <>
              {form === null ? null : <CheckForm form={form} suggestions={prompts.length} />}
              <PromptList
                prompts={prompts}
                clientId={null}
                none={t(checks.length === 0 ? 'wellbeing.noneYet' : 'wellbeing.none')}
              >
                <RulesOffLine about="own" />
                <PromptHistory clientId={null} area="wellbeing" />
              </PromptList>
              {form === null ? null : <EarlierChecks form={form} checks={checks} />}
              {form !== null && weighsMuch(form, checks) ? (
                <Card kind="sunken" title={t('wellbeing.context')}>
                  <ContextLinks place="wellbeing" />
                </Card>
              ) : null}
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}

/** Whether an answer of the newest check is above the middle of its scale. All questions ask for what weighs. */
function weighsMuch(form: Instrument, checks: readonly WellbeingCheck[]): boolean {
  const answers = checksOn(form, checks).at(0)?.answers ?? {}
  return form.items.some(
    ({ id, minimum, maximum }) => (answerTo(answers, id) ?? minimum) > (minimum + maximum) / 2,
  )
}

/** Earlier checks, newest first. */
function EarlierChecks({ form, checks }: { form: Instrument; checks: readonly WellbeingCheck[] }) {
  const { t } = useTranslation()
  const ofForm = checksOn(form, checks)
  return (
    <Card title={t('wellbeing.past.title')}>
      {ofForm.length === 0 ? (
        <p className={common['note']}>{t('wellbeing.past.none')}</p>
      ) : (
        <PastChecks form={form} checks={ofForm} />
      )}
    </Card>
  )
}
