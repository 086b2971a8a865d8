// The demo's companies. All are made up; their numbers have right check digits and belong to nobody.

/** One password for all demo users: they hold nothing that is real. */
export const demoPassword = 'demo talong 2026'

/** A supplier with the user who signs in. */
export const suppliers = [
  {
    name: 'Exempelverkstan i Umeå AB',
    orgNumber: '5599990008',
    seat: 'Umeå',
    street: 'Verkstadsgatan 4',
    postalCode: '90326',
    city: 'Umeå',
    phone: '+46 90 000 00 00',
    email: 'faktura@exempelverkstan.example',
    account: { kind: 'bankgiro', number: '50501055' },
    user: { name: 'Ida Ek', email: 'ida@exempelverkstan.example' },
  },
  {
    name: 'Provsnickarna i Låtsasvik AB',
    orgNumber: '5599992004',
    seat: 'Låtsasvik',
    street: 'Hyvelbänken 2',
    postalCode: '11112',
    city: 'Låtsasvik',
    phone: '+46 8 000 00 01',
    email: 'faktura@provsnickarna.example',
    account: { kind: 'plusgiro', number: '4002028' },
    user: { name: 'Bo Prov', email: 'bo@provsnickarna.example' },
  },
] as const

/** Organisations with an inbox here: two that take links at once, one that wants to approve. */
export const recipients = [
  {
    name: 'Region Exempellän',
    orgNumber: '2399990015',
    street: 'Landstingsgatan 1',
    postalCode: '111 20',
    city: 'Provköping',
    approval: 'auto',
    user: { name: 'Ria Region', email: 'ria@exempellan.example' },
  },
  {
    name: 'Provköpings kommun',
    orgNumber: '2120009903',
    street: 'Rådhustorget 1',
    postalCode: '111 11',
    city: 'Provköping',
    approval: 'auto',
    user: { name: 'Kim Kommun', email: 'kim@provkoping.example' },
  },
  {
    name: 'Provmyndigheten',
    orgNumber: '2021999905',
    street: 'Blankettvägen 9',
    postalCode: '111 30',
    city: 'Modellstad',
    approval: 'manual',
    user: { name: 'My Myndig', email: 'my@provmyndigheten.example' },
  },
] as const

/** Parties that nobody here receives for: reached over Peppol or by e-mail only. */
export const others = [
  {
    name: 'Granit & Gran Bygg AB',
    orgNumber: '5599991006',
    street: 'Stenbrottet 3',
    postalCode: '111 40',
    city: 'Påhittsund',
    channels: ['peppol'],
    glns: ['7350000000009'],
  },
  {
    name: 'Förlaget Fjärilsexempel AB',
    orgNumber: '5599993002',
    street: 'Bokgränd 5',
    postalCode: '111 50',
    city: 'Exempelby',
    channels: ['email'],
    contactEmail: 'ekonomi@fjarilsexempel.example',
    glns: [],
  },
] as const

/** Who looks after the instance. */
export const operator = { name: 'Otto Operatör', email: 'operator@talong.example' } as const
