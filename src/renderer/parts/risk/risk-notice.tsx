import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from '@tanstack/react-router'
import type { Risk } from '#shared/risk/risk.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { RiskItem, type RiskLinks } from './risk-item.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './risk.module.css'

/**
 * Shows answers that need attention at once, newest first, with the local crisis text and the two steps: acknowledge,
 * then close. Shows nothing without any.
 *
 * An unread answer can't be hidden. On Today, one that was read takes two lines. Closed answers stay visible until the screen is left.
 */
export function RiskNotice({ risks, links }: { risks: readonly Risk[]; links: RiskLinks }) {
  const { t } = useTranslation()
  const [closedHere, setClosedHere] = useState<readonly Risk[]>([])
  const gone = closedHere.filter((closed) => risks.every(({ id }) => id !== closed.id))
  const shown = [...risks, ...gone].toSorted((one, other) => other.answeredAt.localeCompare(one.answeredAt))
  if (shown.length === 0) return null
  const isOpen = risks.some(({ id, closed }) => {
    return closed === null && closedHere.every((known) => known.id !== id)
  })
  const isRead = shown.every(({ acknowledged }) => acknowledged !== null)
  // On Today, what was read leaves room for the day; the client's page has the rest.
  const isBrief = links === 'client'
  const title = !isOpen ? 'risk.closedTitle' : isRead ? 'risk.readTitle' : 'risk.title'
  return (
    <div data-screen-only="">
      <Banner kind={isOpen ? 'risk' : 'info'} title={t(title)}>
        <div className={styles['notice']}>
          <ul className={stackClass({ gap: 16 })}>
            {shown.map((risk) => (
              <RiskItem
                key={risk.id}
                risk={risk}
                links={links}
                isBrief={isBrief}
                onClosed={(closed) => setClosedHere((before) => [...before, closed])}
              />
            ))}
          </ul>
          {isOpen && !(isBrief && isRead) ? <CrisisText /> : null}
        </div>
      </Banner>
    </div>
  )
}

/** The therapist's crisis text, loaded each time; without one, says so and where to write it. */
function CrisisText() {
  const { t } = useTranslation()
  const found = useAsk('risk.listOpen', undefined, { refetchOnMount: 'always' })
  if (found.isPending) return <p>{t('risk.crisis.loading')}</p>
  if (found.isError)
    return (
      <Stack direction="row" gap={8} align="centre">
        <p>{t('risk.crisis.failed')}</p>
        <Button onPress={() => void found.refetch()}>{t('app.tryAgain')}</Button>
      </Stack>
    )
  const { crisisText, isCrisisTextWritten } = found.data
  return (
    <div className={styles['crisis']}>
      <p className={common['strong']}>{t('risk.crisis.title')}</p>
      <p className={common['asTyped']}>{crisisText}</p>
      {isCrisisTextWritten ? null : (
        <Link to="/settings" className={buttonClass()}>
          {t('risk.crisis.write')}
        </Link>
      )}
    </div>
  )
}
