import { useTranslation } from 'react-i18next'
import { useAsk } from '#renderer/lib/ask.ts'
import { BackLink } from '#renderer/parts/back-link.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { RulesForm } from './rules-form.tsx'

/** The parameters of the rules: the effect of each, a preview on a client's page, and the rule's error rates. */
export function RulesScreen() {
  const { t } = useTranslation()
  return (
    <Page title={t('rules.title')} subtitle={t('rules.subtitle')} width="narrow">
      <BackLink to="/settings">{t('rules.back')}</BackLink>
      <KeptRules />
      <Card title={t('rules.ruleOne.title')} kind="sunken">
        {(['how', 'own', 'errs'] as const).map((part) => (
          <p key={part}>{t(`rules.ruleOne.${part}`)}</p>
        ))}
      </Card>
    </Page>
  )
}

function KeptRules() {
  const { t } = useTranslation()
  return (
    <Loaded query={useAsk('ruleSettings.get')} loading={t('rules.loading')}>
      {({ parameters }) => <RulesForm kept={parameters} />}
    </Loaded>
  )
}
