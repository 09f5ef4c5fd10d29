import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OwnCard } from '#shared/contract/operations/contacts.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { useChange, useChangeBy } from '#renderer/lib/change.ts'
import { copyText } from '#renderer/lib/copy-text.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'
import { OwnWords } from './own-words.tsx'
import styles from './contacts.module.css'

/** Copies the user's card or saves it to a file, and shows its text and its words on request. */
export function CardActions({ own, onRename }: { own: OwnCard; onRename: (() => void) | null }) {
  const { t } = useTranslation()
  const api = useApi()
  const noting = useChange('contacts.noteCardCopied')
  const [copied, setCopied] = useState<'copied' | 'refused' | null>(null)
  const save = useChangeBy('contacts.saveCard', async (write) => {
    const file = await api.files.choose({ purpose: 'card' })
    if (file.kind === 'cancelled') return null
    await write({ token: file.token })
    return file.name
  })
  const copy = (): void => {
    save.reset()
    const isCopied = copyText(own.card)
    setCopied(isCopied ? 'copied' : 'refused')
    if (isCopied) noting.mutate()
  }
  const savedAs = save.data ?? null
  return (
    <>
      <Stack direction="row" gap={8} lineGap={8} align="centre">
        <Button icon="copy" onPress={copy}>
          {t('contacts.own.copy')}
        </Button>
        <Button
          icon="download"
          isPending={save.isPending}
          onPress={() => {
            setCopied(null)
            save.mutate()
          }}
        >
          {t('contacts.own.save')}
        </Button>
        {onRename === null ? null : (
          <Button kind="quiet" onPress={onRename}>
            {t('contacts.own.change')}
          </Button>
        )}
        <output className={common['note']}>
          {copied === null ? null : t(`contacts.own.${copied}`)}
          {savedAs === null ? null : t('contacts.own.saved', { name: savedAs })}
        </output>
      </Stack>
      <FailureNotice failure={save.error ?? noting.error} />
      <Disclosure title={t('contacts.own.words')}>
        <OwnWords words={own.words} />
      </Disclosure>
      <Disclosure title={t('contacts.own.asText')}>
        <pre className={styles['card']}>{own.card}</pre>
      </Disclosure>
    </>
  )
}
