import { useRef, useState, type ReactNode, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProvenPath } from '#shared/contract/proof.ts'
import { longestRecoveryKeyText, recoveryKeySymbols } from '#shared/recovery-key/recovery-key.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useChange } from '#renderer/lib/change.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import { LimitedField } from '../limited-field.tsx'
import { CurrentPassphrase, isAboutPassphrase } from './current-passphrase.tsx'

/**
 * Asks for the passphrase before an operation that needs proof. `ask` shows the dialog and calls `run` with a proof for
 * one run of the operation; a cancelled dialog calls nothing. The screen renders `dialog`.
 */
export function useProof(path: ProvenPath): {
  readonly ask: (run: (proof: string) => void) => void
  readonly dialog: ReactNode
} {
  const [asked, setAsked] = useState<{ readonly run: (proof: string) => void } | null>(null)
  const close = (): void => setAsked(null)
  return {
    ask: (run) => setAsked({ run }),
    dialog:
      asked === null ? null : (
        <ProofDialog
          path={path}
          onProven={(proof) => {
            close()
            asked.run(proof)
          }}
          onClose={close}
        />
      ),
  }
}

function ProofDialog({
  path,
  onProven,
  onClose,
}: {
  path: ProvenPath
  onProven: (proof: string) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const hasRecoveryKey = (useAsk('vault.status').data?.recoveryKeySince ?? null) !== null
  const [isByKey, setIsByKey] = useState(false)
  const [text, setText] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const box = useRef<HTMLInputElement>(null)
  const prove = useChange('keys.prove')
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (prove.isPending) return
    setIsMissing(text === '')
    if (text === '') return box.current?.focus()
    if (isByKey && text.length > longestRecoveryKeyText) return
    const secret = isByKey
      ? ({ kind: 'recovery-key', recoveryKey: recoveryKeySymbols(text) } as const)
      : ({ kind: 'passphrase', passphrase: typedSecret(text) } as const)
    // Callbacks given here are not called once the dialog is closed.
    prove.mutate(
      { path, secret },
      { onSuccess: ({ proof }) => onProven(proof), onError: () => box.current?.focus() },
    )
  }
  return (
    <Dialog title={t('keys.proof.title')} isOpen onClose={onClose}>
      <form className={stackClass({ gap: 16 })} onSubmit={submit} noValidate>
        {isByKey ? (
          <LimitedField
            label={t('keys.proof.recoveryKey')}
            description={t('keys.proof.description')}
            error={isMissing && text === '' ? t('keys.proof.missingKey') : undefined}
            value={text}
            onChange={setText}
            limit={longestRecoveryKeyText}
            rows={3}
            multiline
            spellCheck={false}
            takesFocus
          />
        ) : (
          <CurrentPassphrase
            value={text}
            onChange={setText}
            isMissing={isMissing}
            failure={prove.error}
            takesFocus
            ref={box}
          />
        )}
        {hasRecoveryKey ? (
          <Stack direction="row">
            <Button
              kind="quiet"
              onPress={() => {
                prove.reset()
                setText('')
                setIsMissing(false)
                setIsByKey(!isByKey)
              }}
            >
              {t(isByKey ? 'keys.proof.usePassphrase' : 'keys.proof.useRecoveryKey')}
            </Button>
          </Stack>
        ) : null}
        {isAboutPassphrase(prove.error) ? null : <FailureNotice failure={prove.error} />}
        <Stack direction="row" gap={8}>
          <Button onPress={onClose}>{t('keys.proof.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={prove.isPending}>
            {t(prove.isPending ? 'security.ask.checking' : 'keys.proof.submit')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}
