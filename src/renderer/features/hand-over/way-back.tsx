import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { codeOf, wordsForFailure } from '#renderer/lib/error-words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { PassphraseField } from '#renderer/ui/passphrase-field.tsx'
import { useReturn } from './use-return.ts'
import styles from './hand-over.module.css'

/** The button that leads back to Attune, for whoever knows the passphrase. */
export function WayBack({
  label,
  kind,
  beforeReturn,
}: {
  label: string
  kind: 'quiet' | 'primary'
  /** Keeps what was answered last before the form goes. */
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
        <ReturnForm beforeReturn={beforeReturn} onStay={() => setIsOpen(false)} />
      </Dialog>
    </>
  )
}

function ReturnForm({
  beforeReturn,
  onStay,
}: {
  beforeReturn?: (() => Promise<void>) | undefined
  onStay: () => void
}) {
  const { t } = useTranslation()
  const [passphrase, setPassphrase] = useState('')
  const [isEmpty, setIsEmpty] = useState(false)
  const { mutate, isPending, error } = useReturn()
  const isWrong = error !== null && codeOf(error) === 'wrong-passphrase'
  const words = error === null ? null : wordsForFailure(t, error)
  const submit = async () => {
    setIsEmpty(passphrase === '')
    if (passphrase === '' || isPending) return
    // Answers that can't be kept must not keep the therapist out; the form said so already.
    await beforeReturn?.().catch(() => undefined)
    mutate(passphrase)
  }
  return (
    <form
      className={styles['return']}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <p>{t('handOver.wayBack.text')}</p>
      <PassphraseField
        label={t('handOver.wayBack.passphrase')}
        purpose="current"
        value={passphrase}
        onChange={setPassphrase}
        showLabel={t('ui.passphrase.show')}
        hideLabel={t('ui.passphrase.hide')}
        error={
          isEmpty ? t('handOver.wayBack.empty') : isWrong ? `${words?.title} ${words?.advice}` : undefined
        }
        takesFocus
      />
      {words && !isWrong ? <ErrorNotice title={words.title}>{words.advice}</ErrorNotice> : null}
      <div className={styles['returnActions']}>
        <Button onPress={onStay} isDisabled={isPending}>
          {t('handOver.wayBack.cancel')}
        </Button>
        <Button kind="primary" type="submit" isPending={isPending}>
          {isPending ? t('handOver.wayBack.checking') : t('handOver.wayBack.return')}
        </Button>
      </div>
    </form>
  )
}
