import type { Invoice } from '#lib/invoice/model.ts'
import { beside, facts, type Place, paragraph, space } from './blocks.ts'
import { lineHeight, type Sheet, styles, type Tag } from './sheet.ts'
import { accountText, fileSizeText, type PaperWords } from './words.ts'

/** How it is paid (BG-16, BG-17, BT-9, BT-20, BT-83). Nothing when a credit note says nothing about it. */
export function drawPayment(sheet: Sheet, invoice: Invoice, words: PaperWords): void {
  const { paper } = words
  const { paymentAccounts, paymentReference, paymentTermsText, dueDate } = invoice
  const isSilent = paymentAccounts.length === 0 && paymentReference === '' && paymentTermsText === ''
  if (isSilent && dueDate === null) return
  space(sheet, 16)
  sheet.need(60 + Math.max(3, paymentAccounts.length * 2) * lineHeight(styles.strong))
  sheet.rule(sheet.y, undefined, undefined, 'perforation')
  sheet.y += 12
  const box = sheet.tag(sheet.root, 'Sect')
  const heading = (place: Place) => {
    paragraph(sheet, box, 'H2', { text: paper('payment'), style: styles.heading, place })
    sheet.y += 2
  }
  const rows = [
    [paper('reference'), paymentReference],
    [paper('dueDate'), dueDate ?? ''],
    [paper('terms'), paymentTermsText],
  ] as const
  beside(
    sheet,
    (place) => {
      heading(place)
      drawAccounts(sheet, box, invoice, { words, place })
    },
    (place) => facts(sheet, box, rows, place),
  )
}

/** BG-17: each account, and whose it is where that is written. */
function drawAccounts(
  sheet: Sheet,
  box: Tag,
  { paymentAccounts }: Invoice,
  { words: { paper }, place }: { words: PaperWords; place: Place },
): void {
  for (const account of paymentAccounts) {
    const details = [
      account.bic === '' ? '' : `${paper('bic')} ${account.bic}`,
      account.holder === '' ? '' : `${paper('holder')} ${account.holder}`,
    ].filter((part) => part !== '')
    paragraph(sheet, box, 'P', { text: accountText(account), style: styles.strong, place })
    paragraph(sheet, box, 'P', { text: details.join(' · '), style: styles.small, place })
  }
}

/** A file that goes with the invoice (BG-24), as the paper lists it. `size` in bytes. */
export type ListedFile = { readonly fileName: string; readonly description: string; readonly size: number }

/** The list of attachments; nothing when there are none. */
export function drawFiles(sheet: Sheet, files: readonly ListedFile[], { paper }: PaperWords): void {
  if (files.length === 0) return
  space(sheet, 18)
  sheet.need(60)
  sheet.rule(sheet.y)
  sheet.y += 10
  const box = sheet.tag(sheet.root, 'Sect')
  paragraph(sheet, box, 'H2', { text: paper('files'), style: styles.heading })
  sheet.y += 2
  for (const { fileName, description, size } of files) {
    paragraph(sheet, box, 'P', { text: fileName, style: styles.body })
    const told = [description, fileSizeText(size)].filter((part) => part !== '').join(' · ')
    paragraph(sheet, box, 'P', { text: told, style: styles.small })
  }
}
