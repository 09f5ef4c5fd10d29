import type { ComponentProps, ContextType, ReactElement } from 'react'
import { ListLayout, type CollectionRendererContext } from 'react-aria-components'

type Rows = ComponentProps<ContextType<typeof CollectionRendererContext>['CollectionRoot']>['collection']
type Row = NonNullable<ReturnType<Rows['getItem']>>
type Key = Row['key']

/** Rows for React Aria's Virtualizer, named by their index. They hold nothing but how to draw themselves. */
export class ResultRows implements Rows {
  readonly size: number
  readonly #rows: readonly Row[]

  constructor(count: number, draw: (index: number) => ReactElement) {
    this.size = count
    this.#rows = Array.from({ length: count }, (_, index) => ({
      type: 'item',
      key: index,
      index,
      value: null,
      level: 0,
      hasChildNodes: false,
      childNodes: [],
      rendered: null,
      textValue: '',
      render: () => draw(index),
    }))
  }

  [Symbol.iterator](): IterableIterator<Row> {
    return this.#rows.values()
  }

  getKeys(): IterableIterator<Key> {
    return this.#rows.keys()
  }

  getItem(key: Key): Row | null {
    return this.at(Number(key))
  }

  at(index: number): Row | null {
    return this.#rows[index] ?? null
  }

  getKeyBefore(key: Key): Key | null {
    return this.at(Number(key) - 1)?.key ?? null
  }

  getKeyAfter(key: Key): Key | null {
    return this.at(Number(key) + 1)?.key ?? null
  }

  getFirstKey(): Key | null {
    return this.at(0)?.key ?? null
  }

  getLastKey(): Key | null {
    return this.at(this.size - 1)?.key ?? null
  }
}

/** A list in a page that scrolls as a whole. Rows keep their measured heights until the width changes. */
export class ResultsLayout extends ListLayout<object> {
  protected override shouldInvalidateEverything(
    change: Parameters<ListLayout<object>['shouldInvalidateEverything']>[0],
  ): boolean {
    // The list is as high as its rows, so each measured row changes its size.
    return super.shouldInvalidateEverything({ ...change, sizeChanged: change.widthChanged ?? false })
  }

  /** Notes a row's measured height. Rows below it on the screen stay where they are. */
  override updateItemSize(...[key, size]: Parameters<ListLayout<object>['updateItemSize']>): boolean {
    const before = this.getLayoutInfo(key)?.rect.copy()
    const hasChanged = super.updateItemSize(key, size)
    const top = this.virtualizer?.visibleRect.y ?? 0
    if (hasChanged && before !== undefined && before.y < top)
      window.scrollBy({ top: size.height - before.height, behavior: 'instant' })
    return hasChanged
  }

  /** Where a row is, in px from the top of the list; null if there is no such row. */
  placeOf(index: number): { readonly top: number; readonly bottom: number } | null {
    const rect = this.getLayoutInfo(index)?.rect
    return rect === undefined ? null : { top: rect.y, bottom: rect.maxY }
  }
}
