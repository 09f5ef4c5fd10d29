import { Fragment, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useOnPaper } from '#renderer/lib/use-on-paper.ts'
import { Button } from '#renderer/ui/button.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import common from '#renderer/ui/common.module.css'
import styles from './show-all.module.css'

/**
 * A list that starts with its first few lines and shows or hides the rest on request.
 *
 * The button stays in place and keeps the focus. Paper has all lines.
 */
export function ShowAll<Item>({
  items,
  few,
  label,
  itemId,
  ownsLine = false,
  children,
}: {
  items: readonly Item[]
  few: number
  label: string
  itemId: (item: Item) => string
  /** Whether each child is a list item of its own. */
  ownsLine?: boolean
  children: (item: Item) => ReactNode
}) {
  const { t } = useTranslation()
  const [isAllShown, setIsAllShown] = useState(false)
  const isOnPaper = useOnPaper()
  const shown = isAllShown || isOnPaper ? items : items.slice(0, few)
  return (
    <>
      <ul className={joinClasses(common['divided'], styles['lines'])}>
        {shown.map((item) =>
          ownsLine ? (
            <Fragment key={itemId(item)}>{children(item)}</Fragment>
          ) : (
            <li key={itemId(item)}>{children(item)}</li>
          ),
        )}
      </ul>
      {items.length <= few ? null : (
        <div className={common['quietLine']} data-screen-only="">
          <Button kind="quiet" isExpanded={isAllShown} onPress={() => setIsAllShown((isShown) => !isShown)}>
            {isAllShown ? t('ui.showFewer') : label}
          </Button>
        </div>
      )}
    </>
  )
}
