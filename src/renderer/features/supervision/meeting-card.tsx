import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instrument } from '#shared/instruments/instrument.ts'
import type { ListedItem } from '#shared/supervision/agenda.ts'
import { Drafted } from '#renderer/lib/drafted.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { meetingDraftSchema } from './meeting-entry.ts'
import { MeetingForm } from './meeting-form.tsx'
import common from '#renderer/ui/common.module.css'

/** The minute after a meeting, folded until it is wanted or a draft is found. */
export function MeetingCard({ items, form }: { items: readonly ListedItem[]; form: Instrument | null }) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  const [isSaved, setIsSaved] = useState(false)
  const title = useRef<HTMLHeadingElement>(null)
  return (
    <Drafted form="supervision-meeting" subject="new" clientId={null} schema={meetingDraftSchema}>
      {(draft) => (
        <Card title={t('supervision.meeting.title')} titleRef={title}>
          {isOpen || draft.found !== null ? (
            <MeetingForm
              items={items}
              form={form}
              draft={draft}
              onSaved={() => {
                setIsOpen(false)
                setIsSaved(true)
                title.current?.focus()
              }}
            />
          ) : (
            <>
              <p className={common['note']}>{t('supervision.meeting.lead')}</p>
              <Stack direction="row" gap={16} lineGap={8} align="centre">
                <Button
                  onPress={() => {
                    setIsOpen(true)
                    setIsSaved(false)
                    title.current?.focus()
                  }}
                >
                  {t('supervision.meeting.begin')}
                </Button>
                <output>{isSaved ? t('supervision.meeting.saved') : ''}</output>
              </Stack>
            </>
          )}
        </Card>
      )}
    </Drafted>
  )
}
