import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAsk } from '#renderer/lib/ask.ts'
import { BackLink } from '#renderer/parts/back-link.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Card } from '#renderer/ui/card.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { ImportCard } from './import-card.tsx'
import { PackList } from './pack-list.tsx'

/** Lists the instruments with their actions, and imports new ones. */
export function InstrumentsScreen() {
  const { t } = useTranslation()
  return (
    <Page title={t('packs.title')} subtitle={t('packs.subtitle')} width="narrow">
      <BackLink to="/settings">{t('packs.back')}</BackLink>
      <WriteCard />
      <ImportCard />
      <KeptPacks />
    </Page>
  )
}

/** Leads to the form for an instrument that exists on paper only. */
function WriteCard() {
  const { t } = useTranslation()
  return (
    <Card title={t('packs.own.card')}>
      <p>{t('packs.own.about')}</p>
      <p>
        <Link to="/settings/instruments/own" className={buttonClass()}>
          {t('packs.own.title')}
        </Link>
      </p>
    </Card>
  )
}

function KeptPacks() {
  const { t } = useTranslation()
  return (
    <Loaded query={useAsk('packs.list')} loading={t('packs.loading')}>
      {(packs) => <PackList packs={packs} />}
    </Loaded>
  )
}
