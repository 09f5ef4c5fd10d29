import type { AgendaItem } from '#shared/supervision/agenda.ts'

/** An item once more put off, on a day. It counts how often, and keeps the first day. */
export function putOff(item: AgendaItem, day: string): AgendaItem {
  return {
    ...item,
    state: 'put-off',
    putOffCount: item.putOffCount + 1,
    putOffSince: item.putOffSince ?? day,
  }
}
