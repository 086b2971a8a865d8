import { foldName } from '#lib/core/fold.ts'
import { uuidV5 } from '#lib/core/ids.ts'
import { luhnDigit } from '#lib/party/luhn.ts'
import type { NewParty } from '../queries/directory-import.ts'

const namespace = '6f1a4b0e-7d5c-4f0a-9c58-2f3f5f6f7a01'

const beginnings = [
  'Exempel',
  'Prov',
  'Låtsas',
  'Påhitt',
  'Modell',
  'Test',
  'Övnings',
  'Sago',
  'Fabel',
  'Skiss',
]
const trades = [
  'bageriet',
  'bilverkstan',
  'boktryckeriet',
  'byrån',
  'elektrikern',
  'fisket',
  'frisören',
  'gården',
  'glasmästeriet',
  'hotellet',
  'kaféet',
  'kliniken',
  'kontoret',
  'lagret',
  'måleriet',
  'odlingen',
  'plåtslageriet',
  'rederiet',
  'rörmokaren',
  'skolan',
  'smedjan',
  'snickeriet',
  'städservicen',
  'sågen',
  'taxin',
  'tvätten',
  'trädgården',
  'åkeriet',
]
const towns = [
  'Provköping',
  'Exempelby',
  'Påhittsund',
  'Låtsasvik',
  'Modellstad',
  'Testinge',
  'Sagoås',
  'Fabelö',
  'Skissnäs',
  'Övningsberg',
  'Mallköping',
  'Utkastvik',
]

/** The made-up directory: a few thousand companies that follow from their place in the list, the same every time. */
export function madeUpParties(): NewParty[] {
  const parties: NewParty[] = []
  for (const [b, beginning] of beginnings.entries()) {
    for (const [t, trade] of trades.entries()) {
      for (const [p, town] of towns.entries()) {
        parties.push(
          madeUpParty(`${beginning}${trade} i ${town} AB`, (b * trades.length + t) * towns.length + p, town),
        )
      }
    }
  }
  return parties
}

function madeUpParty(name: string, place: number, town: string): NewParty {
  const base = `5599${String(place).padStart(5, '0')}`
  const orgNumber = `${base}${luhnDigit(base)}`
  // Every seventh is listed without a way to receive: "cannot receive" is not "not listed".
  const channels: NewParty['channels'] = place % 7 === 0 ? [] : place % 5 === 0 ? ['email'] : ['peppol']
  return {
    id: uuidV5(namespace, orgNumber),
    name,
    nameFolded: foldName(name),
    orgNumber,
    vatNumber: `SE${orgNumber}01`,
    peppolIds: channels.includes('peppol') ? [`0007:${orgNumber}`] : [],
    glns: [],
    ...madeUpAccounts(place),
    street: `Påhittade gatan ${(place % 60) + 1}`,
    postalCode: `${111 + (place % 8)} ${String(10 + (place % 80))}`,
    city: town,
    country: 'SE',
    channels,
    contactEmail: channels.includes('email') ? `faktura@p${orgNumber}.example` : null,
    approval: 'auto',
    canReceive: channels.length > 0,
  }
}

/** Every third is paid to a bankgiro that is known, every ninth to an IBAN too. */
function madeUpAccounts(place: number): Pick<NewParty, 'bankgiros' | 'ibans'> {
  const bankgiro = `99${String(place).padStart(5, '0')}`
  const account = `999${String(place).padStart(17, '0')}`
  const check = String(98n - (BigInt(`${account}281400`) % 97n)).padStart(2, '0')
  return {
    bankgiros: place % 3 === 0 ? [`${bankgiro}${luhnDigit(bankgiro)}`] : [],
    ibans: place % 9 === 0 ? [`SE${check}${account}`] : [],
  }
}
