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

/** Says why the file of a bundle or of a reply was not opened, and that nothing has changed. */
export function RefusedFile({
  area,
  name,
  reason,
}: {
  /** Whose words: those of bundles or those of replies. */
  area: 'review' | 'replies'
  name: string
  reason: BundleRefusal
}) {
  const { t } = useTranslation()
  return (
    <Banner
      kind="caution"
      title={t(`${area}.import.refused`, { name })}
      actions={
        settledAtPeople.includes(reason) ? (
          <Link to="/supervision/people" className={buttonClass()}>
            {t(`${area}.import.people`)}
          </Link>
        ) : undefined
      }
    >
      <div className={stackClass({ gap: 4 })}>
        <p>{t(`${area}.import.reason.${reason}`)}</p>
        <p>{t(`${area}.import.nothing`)}</p>
      </div>
    </Banner>
  )
}
