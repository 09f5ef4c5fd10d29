import { useTranslation } from 'react-i18next'
import { wordsForFailure } from '#renderer/lib/error-words.ts'
import { ContextLinks } from '#renderer/parts/prompts/context-links.tsx'
import { PromptHistory } from '#renderer/parts/prompts/prompt-history.tsx'
import { PromptList } from '#renderer/parts/prompts/prompt-list.tsx'
import { RulesOffLine } from '#renderer/parts/prompts/rules-off-line.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { CheckForm } from './check-form.tsx'
import { ForSupervision } from './for-supervision.tsx'
import { PastChecks } from './past-checks.tsx'
import { useWellbeing } from './use-wellbeing.ts'

/** The therapist's own screen: a private check, what it suggests, and what to bring to supervision. */
export function WellbeingScreen() {
  const { t } = useTranslation()
  const { forms, checks, prompts, supervision, isPending, failure, retry } = useWellbeing()
  return (
    <Page title={t('wellbeing.title')} subtitle={t('wellbeing.subtitle')}>
      {failure ? (
        <ErrorNotice
          title={wordsForFailure(t, failure).title}
          action={<Button onPress={retry}>{t('app.tryAgain')}</Button>}
        >
          {wordsForFailure(t, failure).advice}
        </ErrorNotice>
      ) : null}
      {isPending && !failure ? <Loading label={t('wellbeing.loading')} /> : null}
      {checks && prompts && supervision ? (
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
      ) : null}
    </Page>
  )
}
