import { useEffect, useRef, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Autocomplete, ListBox, ListBoxItem } from 'react-aria-components'
import type { CommandId } from '#shared/commands/commands.ts'
import { useAbout } from '#renderer/lib/app-context.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { shortcutKeys } from '#renderer/lib/shortcut-keys.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { SearchField } from '#renderer/ui/search-field.tsx'
import { goToTargets, type GoToTarget } from './go-to-targets.ts'
import common from '#renderer/ui/common.module.css'
import popover from '#renderer/ui/popover.module.css'
import styles from './go-to.module.css'

/** A few letters of a client's code or of a command, and Enter: opens the page or runs the command. */
export function GoToDialog({ onClose, run }: { onClose: () => void; run: (command: CommandId) => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const clients = useAsk('clients.list')
  const search = useRef<HTMLInputElement>(null)
  useEffect(() => search.current?.focus(), [])
  const targets = goToTargets(clients.data ?? [], text, (command) => t(`commands.${command}`))
  const go = (target: GoToTarget | undefined) => {
    if (target === undefined) return
    onClose()
    if (target.kind === 'command') return run(target.command)
    void navigate({ to: '/clients/$clientId', params: { clientId: target.client.id } })
  }
  return (
    <Dialog title={t('app.goTo.title')} isOpen onClose={onClose}>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField label={t('app.goTo.label')} value={text} onChange={setText} ref={search} />
        <FailureNotice failure={clients.error} />
        <ListBox
          aria-label={t('app.goTo.found')}
          className={styles['list'] ?? ''}
          items={targets.map((target) => ({ id: idOf(target), target }))}
          onAction={(id) => go(targets.find((target) => idOf(target) === id))}
          renderEmptyState={() => (
            <p className={common['note']}>{clients.isPending ? t('app.loading') : t('app.goTo.none')}</p>
          )}
        >
          {({ id, target }) => (
            <ListBoxItem
              id={id}
              className={popover['item'] ?? ''}
              textValue={target.kind === 'client' ? target.client.code : target.name}
            >
              {target.kind === 'client' ? <ClientLine target={target} /> : <CommandLine target={target} />}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </Dialog>
  )
}

const idOf = (target: GoToTarget): string => (target.kind === 'client' ? target.client.id : target.command)

function ClientLine({ target: { client } }: { target: Extract<GoToTarget, { kind: 'client' }> }) {
  const { t } = useTranslation()
  return (
    <>
      <bdi className={styles['code']}>{client.code}</bdi>
      {client.status === 'active' ? null : (
        <span className={common['note']}>{t(`client.status.${client.status}`)}</span>
      )}
    </>
  )
}

function CommandLine({ target: { command, name } }: { target: Extract<GoToTarget, { kind: 'command' }> }) {
  const { t } = useTranslation()
  const { platform } = useAbout()
  const keys = shortcutKeys(command, platform, t)
  return (
    <>
      <span className={styles['command']}>{name}</span>
      {keys.length === 0 ? null : <KeyHint keys={keys} />}
    </>
  )
}
