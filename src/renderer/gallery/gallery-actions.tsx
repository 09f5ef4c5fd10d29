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
import { gallery } from './words.ts'

/** Buttons of every kind and size, menus, a dialog, a disclosure. */
export function GalleryActions() {
  const { t } = useTranslation()
  const [isDialogOpen, setIsDialogOpen] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const items = [
    { id: 'rename', label: gallery.actions.rename, icon: 'pencil' },
    {
      id: 'print',
      label: gallery.actions.print,
      icon: 'print',
      shortcut: gallery.actions.shortcut,
    },
    { id: 'archive', label: gallery.actions.archive, icon: 'download', isDisabled: true },
    { id: 'erase', label: gallery.actions.erase, icon: 'trash', kind: 'danger' },
  ] as const
  return (
    <Stack gap={24}>
      <Card title={gallery.actions.buttons}>
        <Stack direction="row" gap={12}>
          <Button kind="primary">{gallery.actions.primary}</Button>
          <Button>{gallery.actions.secondary}</Button>
          <Button kind="quiet">{gallery.actions.quiet}</Button>
          <Button kind="danger">{gallery.actions.danger}</Button>
          <Button icon="hand-over">{gallery.actions.withIcon}</Button>
          <IconButton kind="quiet" icon="gear" label={gallery.actions.iconOnly} />
          <Button isDisabled>{gallery.actions.disabled}</Button>
          <Button kind="primary" isPending>
            {gallery.actions.pending}
          </Button>
        </Stack>
        <Stack direction="row" gap={12}>
          <Button kind="primary" size="large">
            {gallery.actions.large}
          </Button>
          <Button size="large" icon="hand-over">
            {gallery.actions.withIcon}
          </Button>
          <Button kind="primary" size="client" icon="arrow-right">
            {gallery.actions.client}
          </Button>
        </Stack>
        <p>
          {gallery.actions.linkBefore} <TextLink href="#">{gallery.actions.link}</TextLink>
        </p>
      </Card>
      <Card title={gallery.actions.menus}>
        <Stack direction="row" gap={12}>
          <MenuButton label={gallery.actions.menu} icon="person" items={items} onAction={setChosen} />
          <MenuButton label={gallery.actions.moreActions} isIconOnly items={items} onAction={setChosen} />
          <Button onPress={() => setIsDialogOpen(true)}>{gallery.actions.openDialog}</Button>
          <span>
            {gallery.actions.keys} <KeyHint keys={['Ctrl', 'N']} />
          </span>
        </Stack>
        {chosen === null ? null : <p>{gallery.actions.done(chosen)}</p>}
        <Disclosure title={gallery.actions.disclosure}>
          <p>{gallery.actions.disclosureText}</p>
        </Disclosure>
      </Card>
      <Dialog
        title={gallery.actions.dialogTitle}
        isOpen={isDialogOpen}
        onClose={() => setIsDialogOpen(false)}
        actions={
          <>
            <Button onPress={() => setIsDialogOpen(false)}>{t('ui.cancel')}</Button>
            <Button kind="danger" onPress={() => setIsDialogOpen(false)}>
              {gallery.actions.dialogConfirm}
            </Button>
          </>
        }
      >
        <p>{gallery.actions.dialogText}</p>
      </Dialog>
    </Stack>
  )
}
