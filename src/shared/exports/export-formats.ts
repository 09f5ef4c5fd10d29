/** What ratings can leave as: tables with their codebooks and scripts, or one FHIR bundle. */
export const exportFormats = ['tables', 'fhir'] as const
export type ExportFormat = (typeof exportFormats)[number]
