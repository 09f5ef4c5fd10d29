import { useTranslation } from 'react-i18next'
import { useAsk } from '#renderer/lib/ask.ts'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { MineShelf } from './mine-shelf.tsx'
import { PutOffShelf } from './put-off-shelf.tsx'
import { RatingsShelf } from './ratings-shelf.tsx'

/** The agenda of the next supervision, in three shelves. */
export function SupervisionScreen() {
  const { t } = useTranslation()
  return (
    <Page title={t('supervision.title')} subtitle={t('supervision.subtitle')}>
      <Loaded query={useAsk('supervision.agenda')} loading={t('supervision.loading')}>
        {({ mine, ratings, putOff }) => (
          <>
            <MineShelf items={mine} />
            <RatingsShelf suggestions={ratings} />
            <PutOffShelf items={putOff} />
          </>
        )}
      </Loaded>
    </Page>
  )
}
