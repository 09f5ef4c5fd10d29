import { useTranslation } from 'react-i18next'
import type { PreparedBundle } from '#shared/contract/operations/sharing.ts'
import { Card } from '#renderer/ui/card.tsx'
import { CheckBox } from '#renderer/ui/check-box.tsx'

type Line = PreparedBundle['lines'][number]

/** The lines of all bundles, each once: the same line for two people is confirmed together. */
export function linesOf(bundles: readonly PreparedBundle[]): (Line & { readonly code: string })[] {
  const found = new Map<string, Line & { code: string }>()
  for (const { lines, clients } of bundles)
    for (const line of lines) {
      const code = clients.find(({ pseudonym }) => pseudonym === line.pseudonym)?.code ?? ''
      if (!found.has(line.key)) found.set(line.key, { ...line, code })
    }
  return [...found.values()]
}

/** What could give a client away, each to be confirmed. */
export function StrangerCard({
  bundles,
  confirmed,
  onConfirm,
}: {
  bundles: readonly PreparedBundle[]
  confirmed: ReadonlySet<string>
  onConfirm: (key: string, isConfirmed: boolean) => void
}) {
  const { t } = useTranslation()
  const lines = linesOf(bundles)
  const left = lines.filter(({ key }) => !confirmed.has(key)).length
  const whereOf = ({ where, session, code }: Line & { code: string }): string => {
    const isAll = session === null && (where === 'notes' || where === 'words')
    const place = isAll ? (where === 'notes' ? 'allNotes' : 'allWords') : where
    return t(`sharing.stranger.where.${place}`, { code, session: session ?? 0 })
  }
  return (
    <Card title={t('sharing.stranger.title')}>
      <p>{t(lines.length === 0 ? 'sharing.stranger.none' : 'sharing.stranger.lead')}</p>
      {lines.map((line) => (
        <CheckBox
          key={line.key}
          label={t('sharing.stranger.line', {
            where: whereOf(line),
            what: t(`sharing.stranger.what.${line.reason}`, { found: line.found }),
          })}
          isSelected={confirmed.has(line.key)}
          onChange={(isConfirmed) => onConfirm(line.key, isConfirmed)}
        />
      ))}
      <output>{left === 0 ? null : t('sharing.stranger.left', { count: left })}</output>
    </Card>
  )
}
