import { useState, type ReactNode } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import styles from './client.module.css'

/** A list that starts with its first few lines; the rest comes when asked for. */
export function ShowAll<Item>({
  items,
  few,
  label,
  itemId,
  children,
}: {
  items: readonly Item[]
  few: number
  label: string
  itemId: (item: Item) => string
  children: (item: Item) => ReactNode
}) {
  const [isAllShown, setIsAllShown] = useState(false)
  const shown = isAllShown ? items : items.slice(0, few)
  return (
    <>
      <ul className={styles['lines']}>
        {shown.map((item) => (
          <li key={itemId(item)}>{children(item)}</li>
        ))}
      </ul>
      {shown.length < items.length ? (
        <div className={styles['more']} data-screen-only="">
          <Button kind="quiet" onPress={() => setIsAllShown(true)}>
            {label}
          </Button>
        </div>
      ) : null}
    </>
  )
}
