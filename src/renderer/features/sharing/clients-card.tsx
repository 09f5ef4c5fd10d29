import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientPart } from '#shared/sharing/share-choice.ts'
import type { Recipient, Shareable } from '#shared/sharing/shared-client.ts'
import { ConsentForm } from '#renderer/parts/sharing/consent-form.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { CheckBox } from '#renderer/ui/check-box.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import common from '#renderer/ui/common.module.css'
import { ClientPartFields } from './client-part-fields.tsx'
import { isAllowed, newPart } from './share-form.ts'

/** Chooses the clients, those on the agenda first, and what is shared of each. */
export function ClientsCard({
  clients,
  recipients,
  chosen,
  onChange,
}: {
  clients: readonly Shareable[]
  /** The people who were chosen. */
  recipients: readonly Recipient[]
  chosen: readonly ClientPart[]
  onChange: (change: (before: readonly ClientPart[]) => readonly ClientPart[]) => void
}) {
  const { t } = useTranslation()
  const onAgenda = clients.filter(({ isOnAgenda }) => isOnAgenda)
  const others = clients.filter(({ isOnAgenda }) => !isOnAgenda)
  const list = (some: readonly Shareable[]) => (
    <ul className={common['divided']}>
      {some.map((client) => (
        <ClientRow
          key={client.clientId}
          client={client}
          recipients={recipients}
          part={chosen.find(({ clientId }) => clientId === client.clientId) ?? null}
          onChange={(next) =>
            onChange((before) => {
              const isThere = before.some(({ clientId }) => clientId === client.clientId)
              const kept = before.filter(({ clientId }) => clientId !== client.clientId)
              if (next === null) return kept
              if (!isThere) return [...before, next(newPart(client))]
              return before.map((each) => (each.clientId === client.clientId ? next(each) : each))
            })
          }
        />
      ))}
    </ul>
  )
  return (
    <Card title={t('sharing.clients.title')}>
      {clients.length === 0 ? <p>{t('sharing.clients.none')}</p> : null}
      {onAgenda.length === 0 ? null : list(onAgenda)}
      {others.length === 0 ? null : onAgenda.length === 0 ? (
        list(others)
      ) : (
        <Disclosure
          title={t('sharing.clients.more')}
          startsOpen={others.some(({ clientId }) => chosen.some((part) => part.clientId === clientId))}
          isFlush
        >
          {list(others)}
        </Disclosure>
      )}
    </Card>
  )
}

function ClientRow({
  client,
  recipients,
  part,
  onChange,
}: {
  client: Shareable
  recipients: readonly Recipient[]
  part: ClientPart | null
  onChange: (next: ((before: ClientPart) => ClientPart) | null) => void
}) {
  const { t } = useTranslation()
  const [isRecording, setIsRecording] = useState(false)
  const row = useRef<HTMLLIElement>(null)
  const close = (): void => {
    setIsRecording(false)
    // The form that had the focus goes away.
    row.current?.focus()
  }
  const { clientId, code, isOnAgenda } = client
  const isKnown = client.allowsAll || client.allowedContacts.length > 0
  const ids = recipients.map(({ id }) => id)
  const mayShare = recipients.length === 0 ? isKnown : isAllowed(client, ids)
  useEffect(() => {
    // The consent was recorded: the client can be chosen at once, whichever comes first, the answer or the new list.
    if (isRecording || !mayShare || row.current === null || row.current !== document.activeElement) return
    row.current.querySelector<HTMLInputElement>('input[type=checkbox]')?.focus()
  }, [mayShare, isRecording])
  const missing = recipients.filter(({ id }) => !isAllowed(client, [id])).map(({ name }) => name)
  const why = mayShare
    ? undefined
    : missing.length === 0
      ? t('sharing.clients.noConsent')
      : t('sharing.clients.someConsent', { names: missing })
  return (
    <li ref={row} tabIndex={-1} className={stackClass({ gap: 12 })}>
      <Stack direction="row" gap={16} lineGap={8} align="centre" justify="between">
        <CheckBox
          label={code}
          description={why ?? (isOnAgenda ? t('sharing.clients.onAgenda') : undefined)}
          isSelected={part !== null}
          isDisabled={!mayShare && part === null}
          onChange={(isChosen) => onChange(isChosen ? (before) => before : null)}
        />
        {mayShare || isRecording ? null : (
          <Button onPress={() => setIsRecording(true)}>
            {t('sharing.clients.record')}
            <VisuallyHidden>: {code}</VisuallyHidden>
          </Button>
        )}
      </Stack>
      {isRecording ? <ConsentForm clientId={clientId} onClose={close} /> : null}
      {part === null ? null : (
        <ClientPartFields
          code={code}
          part={part}
          onChange={(changes) => onChange((before) => ({ ...before, ...changes }))}
        />
      )}
    </li>
  )
}
