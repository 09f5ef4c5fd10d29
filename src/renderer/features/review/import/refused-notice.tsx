import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { BundleRefusal } from '#shared/bundles/bundle-refusal.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { stackClass } from '#renderer/ui/stack.tsx'

/** The reasons that are settled with the sender, on the screen of people. */
const settledAtPeople: readonly BundleRefusal[] = [
  'unknown-sender',
  'sender-not-compared',
  'sender-keys-changed',
  'not-for-you',
]

/** Says why a file was not opened, and that nothing has changed. */
export function RefusedNotice({ name, reason }: { name: string; reason: BundleRefusal }) {
  const { t } = useTranslation()
  return (
    <Banner
      kind="caution"
      title={t('review.import.refused', { name })}
      actions={
        settledAtPeople.includes(reason) ? (
          <Link to="/supervision/people" className={buttonClass()}>
            {t('review.import.people')}
          </Link>
        ) : undefined
      }
    >
      <div className={stackClass({ gap: 4 })}>
        <p>{t(`review.import.reason.${reason}`)}</p>
        <p>{t('review.import.nothing')}</p>
      </div>
    </Banner>
  )
}
