/** The names under which answers are cached; a change of the vault makes all of them stale. */
export const queryKeys = {
  status: ['status'],
  about: ['about'],
  settings: ['settings'],
  today: ['today'],
  clients: ['clients'],
  client: (id: string) => ['clients', id],
  overview: (id: string) => ['overview', id],
  session: (id: string) => ['sessions', id],
  sessionVersions: (id: string) => ['sessions', id, 'versions'],
  draft: (id: string) => ['drafts', id],
  instruments: ['instruments'],
  evidence: ['evidence'],
  handOver: ['hand-over'],
  risks: ['risks'],
  risksOfSession: (id: string) => ['risks', id],
  clientForms: (id: string) => ['client-forms', id],
} as const
