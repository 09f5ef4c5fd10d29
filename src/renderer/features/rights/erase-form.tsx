import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Erased } from '#shared/contract/operations/rights.ts'
import { codeKey, type Client } from '#shared/records/client.ts'
import { codeOf } from '#renderer/lib/error-words.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { stackClass } from '#renderer/ui/stack-class.ts'
import { Stack } from '#renderer/ui/stack.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useErase } from './use-rights.ts'
import styles from './rights.module.css'

/** Asks for the client's code. Erases only if it matches. */
export function EraseForm({ client, onErased }: { client: Client; onErased: (erased: Erased) => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [typedCode, setTypedCode] = useState('')
  const [isWrong, setIsWrong] = useState(false)
  const erase = useErase()
  const { id: clientId, code } = client
  const submit = () => {
    if (codeKey(typedCode) !== codeKey(code)) return setIsWrong(true)
    erase.mutate({ clientId, typedCode }, { onSuccess: onErased })
  }
  const isRefused = isWrong || (erase.isError && codeOf(erase.error) === 'code-not-confirmed')
  return (
    <Card title={t('rights.erase.confirm.title')}>
      <form
        className={stackClass({ gap: 16 })}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <div className={styles['short']}>
          <TextField
            label={t('rights.erase.confirm.label')}
            description={t('rights.erase.confirm.description', { code })}
            error={isRefused ? t('rights.erase.confirm.wrong') : undefined}
            value={typedCode}
            onChange={(text) => {
              setTypedCode(text)
              setIsWrong(false)
            }}
            spellCheck={false}
            isRequired
          />
        </div>
        {isRefused ? null : <FailureNotice failure={erase.error} />}
        <Stack direction="row" gap={12}>
          <Button
            onPress={() => void navigate({ to: '/clients/$clientId', params: { clientId } })}
            isDisabled={erase.isPending}
          >
            {t('rights.erase.confirm.cancel')}
          </Button>
          <Button kind="danger" type="submit" isPending={erase.isPending}>
            {t(erase.isPending ? 'rights.erase.confirm.running' : 'rights.erase.confirm.submit')}
          </Button>
        </Stack>
      </form>
    </Card>
  )
}
