import { useTranslation } from 'react-i18next'
import { wordsForFailure } from '#renderer/lib/error-words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { BackToSettings } from '../back-to-settings.tsx'
import { ImportCard } from './import-card.tsx'
import { PackList } from './pack-list.tsx'
import { usePacks } from './use-packs.ts'

/** Which instruments there are, what may be done with each, and how to bring one. */
export function InstrumentsScreen() {
  const { t } = useTranslation()
  return (
    <Page title={t('packs.title')} subtitle={t('packs.subtitle')} width="narrow">
      <BackToSettings label={t('packs.back')} />
      <ImportCard />
      <KeptPacks />
    </Page>
  )
}

function KeptPacks() {
  const { t } = useTranslation()
  const packs = usePacks()
  if (packs.isError) {
    const { title, advice } = wordsForFailure(t, packs.error)
    return (
      <ErrorNotice
        title={title}
        action={<Button onPress={() => void packs.refetch()}>{t('packs.tryAgain')}</Button>}
      >
        {advice}
      </ErrorNotice>
    )
  }
  if (!packs.data) return <Loading label={t('packs.loading')} />
  return <PackList packs={packs.data} />
}
