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

/** Says why a file was not opened as a reply, and that nothing has changed. */
export function RefusedReply({ name, reason }: { name: string; reason: BundleRefusal }) {
  const { t } = useTranslation()
  return (
    <Banner
      kind="caution"
      title={t('replies.import.refused', { name })}
      actions={
        settledAtPeople.includes(reason) ? (
          <Link to="/supervision/people" className={buttonClass()}>
            {t('replies.import.people')}
          </Link>
        ) : undefined
      }
    >
      <div className={stackClass({ gap: 4 })}>
        <p>{t(`replies.import.reason.${reason}`)}</p>
        <p>{t('replies.import.nothing')}</p>
      </div>
    </Banner>
  )
}
