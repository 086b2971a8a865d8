import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldId, shownAt } from '#app/(portal)/invoices/problems.ts'
import { attachmentTypes } from '#lib/codelists/attachment-types.ts'
import type { IsoDate } from '#lib/core/dates.ts'
import { locales } from '#lib/i18n/locale.ts'
import { checkDraft, totalsOptionsOf } from '#lib/invoice/check-draft.ts'
import { composeInvoice } from '#lib/invoice/compose.ts'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import { faultRules, stopsOf } from '#lib/invoice/faults.ts'
import { sampleCustomer, sampleInput } from '#lib/invoice/sample-input.ts'
import { readDraft } from '#lib/invoice/totals.ts'
import { parsePeppolId } from '#lib/party/peppol-id.ts'
import { holdsOnlySending } from '#lib/rules/form-field.ts'
import { judge } from '#lib/rules/judge.ts'
import { isFormRule, ruleFields } from '#lib/rules/rule-fields.ts'
import { ruleSetNamed, ruleSetOn } from '#lib/rules/rule-sets.ts'
import type { UblElement } from '#lib/ubl/tree.ts'
import { writeInvoice } from '#lib/ubl/write-invoice.ts'
import type { DraftCase } from './arbitrary-draft.ts'
import { pressedForm, problemsOf, renderedForm, said } from './asked-form.ts'
import { carelessDrafts } from './careless-draft.ts'
import { barred, taken, waysIn } from './ways-in.ts'

const ruleSets = ['3.0.21', '3.0.22'].flatMap((release) => ruleSetNamed(release) ?? [])

/** The document of a draft and the lines of it that can be read, whatever the form says; null when none can be made. */
function writtenAnyway({ input, files }: DraftCase): UblElement | null {
  const read = readDraft(input.draft, totalsOptionsOf(input)).lines
  const lines = input.draft.lines.filter((_, index) => read[index] !== null)
  try {
    const composed = composeInvoice({ ...input, draft: { ...input.draft, lines } }, [])
    return composed.ok ? writeInvoice(composed.value, files) : null
  } catch {
    return null
  }
}

/** Every rule a document breaks, by each release. */
const brokenBy = (tree: UblElement) =>
  new Set(ruleSets.flatMap((ruleSet) => judge(tree, ruleSet).fired.map(({ rule }) => rule.id)))

const expectTree = (given: DraftCase) => {
  const tree = writtenAnyway(given)
  if (tree === null) throw new Error('a whole draft makes a document')
  return tree
}

/** The rules that stop a document on a day. */
const fatalOn = (tree: UblElement, day: IsoDate) =>
  judge(tree, ruleSetOn(day)).fired.flatMap(({ rule }) => (rule.flag === 'fatal' ? [rule.id] : []))

const settings = '../../app/(portal)/settings/company'

// `TALONG_DRAFTS=10000` makes as many drafts.
const numRuns = Number(process.env.TALONG_DRAFTS ?? 400)
const timeout = 60_000 + numRuns * 100

const unescaped = (html: string) =>
  html.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&gt;', '>')

test('every rule of reach form is in the table once, with its way in or why it has none', () => {
  const form = [...ruleFields].flatMap(([id, { reach }]) => (reach === 'form' ? [id] : []))
  expect(Object.keys(waysIn).toSorted()).toEqual(form.toSorted())
  expect(taken.length + barred.size).toBe(form.length)
})

test('the sample that the ways begin from is whole', () => {
  const { state } = pressedForm(sampleInput())
  expect(problemsOf(state)).toEqual([])
  expect(state.isValid).toBe(true)
})

describe.each(taken)('%s', (id, { way, field, code, unwritten }) => {
  const input = way(sampleInput())

  test.each(locales)('is said at its field in %s, with what to do', (locale) => {
    const { store, state } = pressedForm(input, locale)
    const problem = problemsOf(state).find((each) => each.code === code && shownAt(each.field) === field)
    if (problem === undefined) throw new Error(`the form says ${JSON.stringify(problemsOf(state))}`)
    const words = said(problem, locale)
    expect(words).not.toMatch(/[{}]|^$/)
    const verbs = {
      sv: /^(Ange|Använd|Börja|Fyll i|Håll|Kontrollera|Komplettera|Lägg|Skriv|Sätt|Välj|Ändra) |ska vara|inte hela/u,
      en: /^(Add|Begin|Check|Choose|Complete|Enter|Keep|Put|Say|Set|Write) |not complete/u,
    }[locale]
    expect(words).toMatch(verbs)
    if (field.startsWith('company.')) return
    const html = unescaped(renderedForm(store, input, locale))
    expect(html).toContain(words)
    expect(html).toMatch(new RegExp(`id="${fieldId(field)}(-error)?"`))
  })

  test('is this rule, or our own that answers for it', () => {
    const { state } = pressedForm(input)
    const problem = problemsOf(state).find((each) => each.code === code && shownAt(each.field) === field)
    const tree = writtenAnyway({ input, files: [] })
    const breaks = tree !== null && brokenBy(tree).has(id)
    const own: string = faultRules[code].ruleId
    expect(own === '' ? problem?.params.rule === id : own === id || breaks || unwritten !== undefined).toBe(
      true,
    )
    expect(breaks && unwritten !== undefined).toBe(false)
  })
})

test('what is put right in the settings has its field there', () => {
  const names = taken.flatMap(([, { field }]) =>
    field.startsWith('company.') ? [field.slice(field.lastIndexOf('.') + 1)] : [],
  )
  const page = ['company-fields', 'address-fields'].map((name) =>
    readFileSync(fileURLToPath(new URL(`${settings}/${name}.client.tsx`, import.meta.url)), 'utf8'),
  )
  expect(names.length).toBeGreaterThan(0)
  expect(names.filter((name) => !page.join().includes(`('${name}')`))).toEqual([])
})

describe('the rules that no form can break', () => {
  test('are not broken by any draft, however careless, not even by one the form refuses', { timeout }, () => {
    const seen = { written: 0, refused: 0, broken: 0 }
    fc.assert(
      fc.property(carelessDrafts, (given) => {
        const tree = writtenAnyway(given)
        if (tree === null) return
        const broken = brokenBy(tree)
        seen.written += 1
        seen.broken += broken.size > 0 ? 1 : 0
        seen.refused += stopsOf(checkDraft(given.input)).length > 0 ? 1 : 0
        expect([...broken].filter((id) => barred.has(id))).toEqual([])
      }),
      { numRuns },
    )
    // Else the drafts are not careless enough to show anything.
    expect(seen.written).toBeGreaterThan(numRuns * 0.7)
    expect(seen.refused).toBeGreaterThan(numRuns * 0.5)
    expect(seen.broken).toBeGreaterThan(numRuns * 0.4)
  })

  test('are not broken by a file of any kind that is kept', () => {
    const files = attachmentTypes.map(({ mimeCode }, index) => ({
      reference: `Bilaga ${index + 1}`,
      description: 'Ritning',
      fileName: `ritning-${index}`,
      mimeCode,
      base64: 'QQ==',
    }))
    expect(brokenBy(expectTree({ input: sampleInput(), files }))).toEqual(new Set())
  })

  test('are not broken by an address of any scheme that is read from the directory', () => {
    const schemes = Array.from({ length: 10_000 }, (_, number) => String(number).padStart(4, '0'))
    const ids = ['123456789', '5599990008', '7350000000009']
    const read = schemes.flatMap((scheme) => {
      const [first] = ids.map((id) => parsePeppolId(`${scheme}:${id}`)).filter((each) => each.ok)
      return first === undefined ? [] : [first.value]
    })
    expect(read.length).toBeGreaterThan(80)
    for (const electronicAddress of read) {
      const input = sampleInput({ customer: { ...sampleCustomer, electronicAddress } })
      const broken = [...brokenBy(expectTree({ input, files: [] }))]
      expect(broken.filter((id) => barred.has(id))).toEqual([])
    }
  })
})

/** Of what stops a document the browser has not the address, asked at *Skicka*, nor other countries' rules for sellers there. */
const isAskedInTheForm = (id: string) => isFormRule(id) && !holdsOnlySending(id)

/** The company's details are mended in the settings; of earlier invoices a form shows one, typed in a credit note. */
function isElsewhere(field: string, { kind, precedingInvoices }: InvoiceDraft): boolean {
  if (!field.startsWith('precedingInvoices.')) return field.startsWith('company.')
  const isFirst = field.startsWith('precedingInvoices.0.')
  return kind === 'invoice' || !isFirst || precedingInvoices[0]?.invoiceId !== ''
}

test('no draft breaks a rule that stops without being stopped in the form, at a field and in words', {
  timeout,
}, () => {
  let stopped = 0
  fc.assert(
    fc.property(carelessDrafts, ({ input }) => {
      const tree = writtenAnyway({ input, files: [] })
      const fatal = tree === null ? [] : fatalOn(tree, input.today)
      const { store, state } = pressedForm(input)
      const { stops, isValid } = state
      stopped += fatal.length > 0 ? 1 : 0
      if (fatal.length > 0) expect(isValid).toBe(false)
      if (fatal.some(isAskedInTheForm)) expect(stops).not.toEqual([])
      for (const problem of stops) {
        expect(problem.field).not.toBe('')
        expect(said(problem, 'sv')).not.toMatch(/[{}]|^$/)
      }
      const html = renderedForm(store, input, 'sv')
      const unseen = [...state.shown.keys()].filter((field) => !html.includes(`id="${fieldId(field)}-error"`))
      expect(unseen.filter((field) => !isElsewhere(field, input.draft))).toEqual([])
    }),
    { numRuns: Math.ceil(numRuns / 4) },
  )
  expect(stopped).toBeGreaterThan(numRuns / 10)
})
