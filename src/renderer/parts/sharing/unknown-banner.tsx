import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'

/** Says after a restore what the vault may not know since the backup, and what to do about it. */
export function UnknownBanner({
  title,
  texts,
  done,
}: {
  title: string
  texts: readonly string[]
  /** The button that hides the banner once it was looked through. */
  done: { label: string; isPending: boolean; failure: unknown; onPress: () => void }
}) {
  const isReadOnly = useReadOnly() !== null
  return (
    <Banner
      kind="caution"
      title={title}
      actions={
        isReadOnly ? undefined : (
          <Button isPending={done.isPending} onPress={done.onPress}>
            {done.label}
          </Button>
        )
      }
    >
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <FailureNotice failure={done.failure} />
    </Banner>
  )
}
