import { useTranslation } from 'react-i18next'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { together, useAsk } from '#renderer/lib/ask.ts'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { checksOn, PastChecks } from '#renderer/parts/past-checks.tsx'
import { PromptHistory } from '#renderer/parts/prompts/prompt-history.tsx'
import { PromptList } from '#renderer/parts/prompts/prompt-list.tsx'
import { Card } from '#renderer/ui/card.tsx'

/** How meetings were rated, and what that suggests; nothing before the first rating. */
export function OwnSupervision({ form }: { form: Instrument }) {
  const { t } = useTranslation()
  const query = together({ checks: useAsk('wellbeing.list'), own: useAsk('prompts.own') })
  return (
    <Loaded query={query} loading={t('supervision.loading')}>
      {({ checks, own }) => {
        const ofForm = checksOn(form, checks)
        const prompts = own.filter(({ area }) => area === 'supervision')
        return (
          <>
            {prompts.length === 0 ? null : <PromptList prompts={prompts} clientId={null} none="" />}
            {ofForm.length === 0 ? null : (
              <Card title={t('supervision.past.rated')}>
                <PastChecks form={form} checks={ofForm} />
                <PromptHistory clientId={null} area="supervision" />
              </Card>
            )}
          </>
        )
      }}
    </Loaded>
  )
}
