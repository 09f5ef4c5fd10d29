import { useTranslation } from 'react-i18next'
import { ContextLinks } from '#renderer/parts/prompts/context-links.tsx'
import { PromptHistory } from '#renderer/parts/prompts/prompt-history.tsx'
import { PromptList } from '#renderer/parts/prompts/prompt-list.tsx'
import { RulesOffLine } from '#renderer/parts/prompts/rules-off-line.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { CheckForm } from './check-form.tsx'
import { ForSupervision } from './for-supervision.tsx'
import { PastChecks } from './past-checks.tsx'
import { ownFormsOf, useWellbeing } from './use-wellbeing.ts'

/** The therapist's own screen: a private check, what it suggests, and what to bring to supervision. */
export function WellbeingScreen() {
  const { t } = useTranslation()
  return (
    <Page title={t('wellbeing.title')} subtitle={t('wellbeing.subtitle')}>
      <Loaded query={useWellbeing()} loading={t('wellbeing.loading')}>
        {({ instruments, checks, prompts, supervision }) => {
          const forms = ownFormsOf(instruments)
          return (
            <>
              <CheckForm forms={forms} suggestions={prompts.length} />
              <PromptList
                prompts={prompts}
                clientId={null}
                none={t(checks.length === 0 ? 'wellbeing.noneYet' : 'wellbeing.none')}
              >
                <RulesOffLine about="own" />
                <PromptHistory clientId={null} />
              </PromptList>
              <ForSupervision listed={supervision} />
              <PastChecks forms={forms} checks={checks} />
              <Card kind="sunken" title={t('wellbeing.context')}>
                <ContextLinks place="wellbeing" />
              </Card>
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}
