import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { ReturnForm } from './return-form.tsx'

/** The button that returns to Attune with the PIN or the passphrase. */
export function WayBack({
  label,
  kind,
  text,
  beforeReturn,
}: {
  label: string
  kind: 'quiet' | 'primary'
  /** What becomes of what is on the screen; without it, that answers are kept. */
  text?: string | undefined
  /** Saves the last answers before the form closes. */
  beforeReturn?: (() => Promise<void>) | undefined
}) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button kind={kind} size={kind === 'primary' ? 'client' : 'large'} onPress={() => setIsOpen(true)}>
        {label}
      </Button>
      <Dialog title={t('handOver.wayBack.title')} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <ReturnForm text={text} beforeReturn={beforeReturn} onStay={() => setIsOpen(false)} />
      </Dialog>
    </>
  )
}
