import { useState, type ReactNode } from 'react'
import type { PanelName } from '#shared/settings/settings.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useChange } from '#renderer/lib/change.ts'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { Stack } from '#renderer/ui/stack.tsx'

/** Which panels are folded, and folds or opens one for every client's page. */
export interface Folding {
  readonly folded: readonly PanelName[]
  readonly fold: (panel: PanelName, isFolded: boolean) => void
}

/**
 * Reads which panels are folded, and saves it if it can; null until it is known. Without the settings every panel is
 * open, and folding one lasts as long as the page.
 */
export function useFolding(): Folding | null {
  const settings = useAsk('settings.get')
  const save = useChange('settings.update', { scope: { id: 'settings' } })
  const [chosen, setChosen] = useState<PanelName[] | null>(null)
  if (settings.isPending) return null
  const folded = chosen ?? settings.data?.foldedPanels ?? []
  return {
    folded,
    fold: (panel, isFolded) => {
      const foldedPanels = [...folded.filter((each) => each !== panel), ...(isFolded ? [panel] : [])]
      setChosen(foldedPanels)
      save.mutate({ foldedPanels })
    },
  }
}

/** One panel of the client's page: a named part that can be folded, and stays so. */
export function PanelSection({
  title,
  panel,
  folding: { folded, fold },
  children,
}: {
  title: string
  panel: PanelName
  folding: Folding
  children: ReactNode
}) {
  return (
    <section aria-label={title}>
      <Disclosure
        title={title}
        startsOpen={!folded.includes(panel)}
        isFlush
        onToggle={(isOpen) => fold(panel, !isOpen)}
      >
        <Stack gap={16}>{children}</Stack>
      </Disclosure>
    </section>
  )
}
