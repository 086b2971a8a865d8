/** The invoice as PDF: what the paper has no words for, and where it is downloaded. Swedish, the source. */
export const pdf = {
  pageOf: 'Sida {page} av {pages}',
  xmlInside: 'E-fakturan som XML',
  download: 'Ladda ner PDF',
  making: 'PDF:en görs…',
} as const
