import { useTranslation } from 'react-i18next'
import { wordsForFailure } from '#renderer/lib/error-words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { BackToSettings } from '../back-to-settings.tsx'
import { useRuleSettings } from '../use-rule-settings.ts'
import { RulesForm } from './rules-form.tsx'

/** The parameters of the rules: what each does, what a change would do to a client's page, and how the rule errs. */
export function RulesScreen() {
  const { t } = useTranslation()
  return (
    <Page title={t('rules.title')} subtitle={t('rules.subtitle')} width="narrow">
      <BackToSettings label={t('rules.back')} />
      <KeptRules />
      <Card title={t('rules.ruleOne.title')} kind="sunken">
        {(['how', 'own', 'errs', 'limits'] as const).map((part) => (
          <p key={part}>{t(`rules.ruleOne.${part}`)}</p>
        ))}
      </Card>
    </Page>
  )
}

function KeptRules() {
  const { t } = useTranslation()
  const settings = useRuleSettings()
  if (settings.isError) {
    const { title, advice } = wordsForFailure(t, settings.error)
    return (
      <ErrorNotice
        title={title}
        action={<Button onPress={() => void settings.refetch()}>{t('rules.tryAgain')}</Button>}
      >
        {advice}
      </ErrorNotice>
    )
  }
  if (!settings.data) return <Loading label={t('rules.loading')} />
  return <RulesForm kept={settings.data.parameters} />
}
