import { getTranslations } from 'next-intl/server'
import { type NumberWords, numberWords } from '#app/_invoice/number-check.ts'
import { type OcrMode, ocrChoiceOf } from '#lib/party/ocr.ts'

/** The sentences that the field for an account's number can need. */
export async function accountNumberWords(): Promise<NumberWords> {
  const faults = await getTranslations('faults')
  return numberWords(['bankgiro', 'plusgiro', 'iban'], (fault) => faults(fault))
}

/** How an account's references are made, in words. */
export async function ocrText(mode: OcrMode): Promise<string> {
  const words = await getTranslations('paymentSettings')
  const { choice, length } = ocrChoiceOf(mode)
  const named = words(`ocrChoice.${choice}`)
  return length === '' ? named : words('ocrOfLength', { choice: named, length })
}
