import { useTranslation } from 'react-i18next'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import { together, useAsk } from '#renderer/lib/ask.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { SupervisionLinks } from '#renderer/parts/supervision/supervision-links.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { CommentsShelf } from './comments-shelf.tsx'
import { MeetingCard } from './meeting-card.tsx'
import { MineShelf } from './mine-shelf.tsx'
import { OwnSupervision } from './own-supervision.tsx'
import { PastMeetings } from './past-meetings.tsx'
import { PutOffShelf } from './put-off-shelf.tsx'
import { RatingsShelf } from './ratings-shelf.tsx'

/** The agenda of the next supervision, in three shelves, and the minute after each meeting. */
export function SupervisionScreen() {
  const { t } = useTranslation()
  const isReadOnly = useReadOnly() !== null
  const query = together({ agenda: useAsk('supervision.agenda'), instruments: useAsk('instruments.list') })
  return (
    <Page title={t('supervision.title')} subtitle={t('supervision.subtitle')}>
      <SupervisionLinks />
      <Loaded query={query} loading={t('supervision.loading')}>
        {({ agenda: { mine, ratings, putOff }, instruments }) => {
          const form = instruments.find(({ id }) => id === ownInstruments.supervision) ?? null
          return (
            <>
              <MineShelf items={mine} />
              <CommentsShelf />
              <RatingsShelf suggestions={ratings} />
              <PutOffShelf items={putOff} />
              {isReadOnly ? null : <MeetingCard items={mine} form={form} />}
              <PastMeetings />
              {form === null ? null : <OwnSupervision form={form} />}
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}
