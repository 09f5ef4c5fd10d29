import { useTranslation } from 'react-i18next'
import type { PackDraft } from '#shared/instruments/packs/index.ts'
import { CheckBox } from '#renderer/ui/check-box.tsx'
import { Stack } from '#renderer/ui/stack.tsx'

/** Chooses any number of questions, by id. */
export function ItemChoice({
  draft,
  chosen,
  onChange,
}: {
  draft: PackDraft
  chosen: readonly string[]
  onChange: (ids: readonly string[]) => void
}) {
  const { t } = useTranslation()
  return (
    <Stack gap={8}>
      {draft.items.map(({ item }, position) => (
        <CheckBox
          key={item.id}
          label={t('packs.choices.numbered', { number: position + 1, text: item.text })}
          isSelected={chosen.includes(item.id)}
          onChange={(isChosen) =>
            onChange(isChosen ? [...chosen, item.id] : chosen.filter((id) => id !== item.id))
          }
        />
      ))}
    </Stack>
  )
}
