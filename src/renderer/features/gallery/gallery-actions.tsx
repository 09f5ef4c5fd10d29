import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { MenuButton } from '#renderer/ui/menu-button.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { TextLink } from '#renderer/ui/text-link.tsx'

/** Buttons of every kind and size, menus, a dialog, a disclosure. */
export function GalleryActions() {
  const { t } = useTranslation()
  const [isDialogOpen, setIsDialogOpen] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const items = [
    { id: 'rename', label: t('gallery.actions.rename'), icon: 'pencil' },
    {
      id: 'print',
      label: t('gallery.actions.print'),
      icon: 'print',
      shortcut: t('gallery.actions.shortcut'),
    },
    { id: 'archive', label: t('gallery.actions.archive'), icon: 'download', isDisabled: true },
    { id: 'erase', label: t('gallery.actions.erase'), icon: 'trash', kind: 'danger' },
  ] as const
  return (
    <Stack gap={24}>
      <Card title={t('gallery.actions.buttons')}>
        <Stack direction="row" gap={12}>
          <Button kind="primary">{t('gallery.actions.primary')}</Button>
          <Button>{t('gallery.actions.secondary')}</Button>
          <Button kind="quiet">{t('gallery.actions.quiet')}</Button>
          <Button kind="danger">{t('gallery.actions.danger')}</Button>
          <Button icon="hand-over">{t('gallery.actions.withIcon')}</Button>
          <IconButton kind="quiet" icon="gear" label={t('gallery.actions.iconOnly')} />
          <Button isDisabled>{t('gallery.actions.disabled')}</Button>
          <Button kind="primary" isPending>
            {t('gallery.actions.pending')}
          </Button>
        </Stack>
        <Stack direction="row" gap={12}>
          <Button kind="primary" size="large">
            {t('gallery.actions.large')}
          </Button>
          <Button size="large" icon="hand-over">
            {t('gallery.actions.withIcon')}
          </Button>
          <Button kind="primary" size="client" icon="arrow-right">
            {t('gallery.actions.client')}
          </Button>
        </Stack>
        <p>
          {t('gallery.actions.linkBefore')} <TextLink href="#/gallery">{t('gallery.actions.link')}</TextLink>
        </p>
      </Card>
      <Card title={t('gallery.actions.menus')}>
        <Stack direction="row" gap={12}>
          <MenuButton label={t('gallery.actions.menu')} icon="person" items={items} onAction={setChosen} />
          <MenuButton
            label={t('gallery.actions.moreActions')}
            isIconOnly
            items={items}
            onAction={setChosen}
          />
          <Button onPress={() => setIsDialogOpen(true)}>{t('gallery.actions.openDialog')}</Button>
          <span>
            {t('gallery.actions.keys')} <KeyHint keys={['Ctrl', 'N']} />
          </span>
        </Stack>
        {chosen === null ? null : <p>{t('gallery.actions.done', { what: chosen })}</p>}
        <Disclosure title={t('gallery.actions.disclosure')}>
          <p>{t('gallery.actions.disclosureText')}</p>
        </Disclosure>
      </Card>
      <Dialog
        title={t('gallery.actions.dialogTitle')}
        isOpen={isDialogOpen}
        onClose={() => setIsDialogOpen(false)}
        actions={
          <>
            <Button onPress={() => setIsDialogOpen(false)}>{t('ui.cancel')}</Button>
            <Button kind="danger" onPress={() => setIsDialogOpen(false)}>
              {t('gallery.actions.dialogConfirm')}
            </Button>
          </>
        }
      >
        <p>{t('gallery.actions.dialogText')}</p>
      </Dialog>
    </Stack>
  )
}
