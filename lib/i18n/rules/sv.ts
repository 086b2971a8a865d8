// What a rule that only a fault of ours can break ends with: the sentence before says what is wrong.
const ours = 'Det är ett fel hos oss: försök igen, eller kontakta supporten.'
const missed = 'Det är vi som har missat det: försök igen, eller kontakta supporten.'
const miscounted = 'Vi har räknat fel: vänta med fakturan och kontakta supporten.'
const rechoose = 'Felet är vårt: välj en gång till, eller kontakta supporten.'

const decimals = (what: string) =>
  `${what} har fler än två decimaler. Vi har avrundat fel: kontakta supporten.`

// The families of VAT: one sentence each, said of the choices a person makes.
const ownNumber = (when: string) =>
  `Lägg in ditt momsnummer under Företagsuppgifter: det behövs när ${when}. Eller kryssa ur att företaget är momsregistrerat.`
const bothNumbers = (when: string) =>
  `Fyll i Köparens momsregistreringsnummer, och ditt eget under Företagsuppgifter. Båda behövs när ${when}.`
const noNumbers = (where: string) =>
  `Välj ett annat skäl till 0 % ${where}: det som är valt går inte ihop med momsnummer på fakturan`
const alone = (what: string) =>
  `Lägg det som ligger utanför momsen på en egen faktura, eller välj ett annat skäl: ${what} har en annan moms`
const noReason = (kind: string) => `Välj varför momsen är 0 %: skälet till ${kind} saknas`
const wrongReason = (kind: string) =>
  `Välj på nytt varför momsen är 0 %: ${kind} går inte ihop med momsen som är vald`
const aRate = (where: string) => `Välj 25, 12 eller 6 % ${where}, eller välj varför momsen är 0 %`
const noGroup = (kind: string) => `Momsspecifikationen saknar en post för ${kind}, eller har flera. ${ours}`
const wrongBase = (kind: string) =>
  `Beloppet före moms för ${kind} stämmer inte med rader, avdrag och tillägg. ${miscounted}`
const taxed = (kind: string) => `Momsen på ${kind} är inte noll. ${miscounted}`
const notZero = (what: string) => `${what}, men momssatsen är inte 0 %. ${ours}`
const rated = (what: string) => `${what} ligger utanför momsen, men har en momssats. ${ours}`

const allowanceReason = 'Skriv vad avdraget gäller'
const chargeReason = 'Skriv vad tillägget gäller'
const discountReason = 'Skriv vad rabatten på raden gäller'
const lineChargeReason = 'Skriv vad tillägget på raden gäller'
const fileType = 'Spara bilagan som PDF och välj den igen. Den här filtypen kan inte skickas.'
const addressKind = 'Välj en annan e-fakturaadress: den här sorten används inte i Peppol'
const amountCurrency = `Ett belopp har en valuta som inte finns. ${rechoose}`
const allowanceList = `Skälet till ett avdrag eller en rabatt finns inte i listan. ${rechoose}`
const chargeList = `Skälet till ett tillägg finns inte i listan. ${rechoose}`

/**
 * What is wrong and what to do, by published rule id: every rule that an invoice of ours can break
 * (lib/rules/rule-fields.ts), in our own words. Said at the field, so a line is "raden". Swedish, the source.
 */
export const sv = {
  // Document and references.
  'BR-01': `Det framgår inte vilken standard fakturan följer. ${missed}`,
  'PEPPOL-EN16931-R004': `Fakturan anger fel standard. ${ours}`,
  'PEPPOL-EN16931-R001': `Det framgår inte hur fakturan ska tas om hand i Peppol. ${missed}`,
  'PEPPOL-EN16931-R007': `Fakturan säger fel om hur den ska tas om hand i Peppol. ${ours}`,
  'BR-02': 'Ange fakturanummer',
  'BR-03': 'Ange fakturadatum',
  'PEPPOL-EN16931-F001': `Ett datum är inte skrivet som år, månad och dag. ${ours}`,
  'BR-04': `Det framgår inte om det är en debetfaktura eller en kreditfaktura. ${missed}`,
  'BR-CL-01': `Fakturans sort, debet eller kredit, är fel skriven. ${rechoose}`,
  'PEPPOL-EN16931-P0100': `Debetfakturan är märkt som en annan sorts faktura. ${rechoose}`,
  'PEPPOL-EN16931-P0101': `Kreditfakturan är märkt som en annan sorts faktura. ${rechoose}`,
  'PEPPOL-EN16931-P0112':
    'Välj debetfaktura eller kreditfaktura: den här sorten används bara mellan tyska företag',
  'BR-05': `Fakturans valuta saknas. ${missed}`,
  'BR-CL-03': amountCurrency,
  'PEPPOL-EN16931-CL007': amountCurrency,
  'BR-CL-04': `Fakturans valuta finns inte i listan över valutor. ${rechoose}`,
  'PEPPOL-EN16931-R051': `Ett belopp har en annan valuta än fakturan. ${ours}`,
  'PEPPOL-EN16931-R005':
    'Kontrollera Valuta: momsen anges i redovisningsvalutan bara när fakturan har en annan valuta',
  'PEPPOL-EN16931-R002': `Meddelande på fakturan står mer än en gång. ${ours}`,
  'PEPPOL-EN16931-R003': 'Ange Er referens eller ordernummer. Mottagaren behöver en av dem.',
  'PEPPOL-EN16931-R008': `Något i fakturan är tomt och skulle ha utelämnats. ${ours}`,
  'BR-55': 'Välj vilken faktura som krediteras',
  'UBL-SR-07': `Den krediterade fakturans nummer saknas. ${missed}`,
  'UBL-SR-43': `En bilaga har en märkning som bara ett faktureringsobjekt ska ha. ${ours}`,

  // You and the recipient.
  'BR-06': 'Skriv juridiskt namn under Företagsuppgifter',
  'BR-07': 'Kontrollera mottagarens uppgifter: namnet saknas',
  'BR-08': `Din adress saknas på fakturan. ${missed}`,
  'BR-09': 'Välj land i adressen under Företagsuppgifter',
  'BR-10': `Mottagarens adress saknas på fakturan. ${missed}`,
  'BR-11': 'Kontrollera mottagarens adress: landet saknas',
  'BR-CL-14': `Ett land i en adress finns inte i listan över länder. ${rechoose}`,
  'BR-CO-09': 'Börja momsnumret med landets två bokstäver, till exempel SE, eller EL för Grekland',
  'BR-CO-26': 'Fyll i organisationsnummer, momsnummer eller GLN under Företagsuppgifter',
  'PEPPOL-EN16931-R010': 'Välj en annan mottagare, eller vänta: den här har ingen e-fakturaadress ännu',
  'PEPPOL-EN16931-R020':
    'Fyll i organisationsnummer eller GLN under Företagsuppgifter: det blir din e-fakturaadress',
  'BR-62': `Din e-fakturaadress säger inte vilken sorts adress den är. ${missed}`,
  'BR-63': `Mottagarens e-fakturaadress säger inte vilken sorts adress den är. ${missed}`,
  'BR-CL-25': addressKind,
  'PEPPOL-EN16931-CL008': addressKind,
  'BR-CL-10': `Ett id för dig eller köparen är av en sort som inte finns. ${ours}`,
  'BR-CL-11': `Ett organisationsnummer är märkt som en sort som inte finns. ${ours}`,
  'UBL-SR-42': `Ditt momsnummer och F-skatt står för många gånger på fakturan. ${ours}`,
  'UBL-SR-53': `En uppgift om momsnummer eller F-skatt är påbörjad men tom. ${ours}`,
  'SE-R-001': 'Skriv momsnumret som SE, tio siffror och 01',
  'SE-R-002': 'Skriv bara siffror efter SE i momsnumret',
  'SE-R-003': 'Skriv organisationsnumret med bara siffror',
  'SE-R-004': 'Skriv organisationsnumret med tio siffror, till exempel 559999-0008',
  'SE-R-005': `Texten Godkänd för F-skatt är fel skriven på fakturan. ${ours}`,
  'SE-R-013': 'Kontrollera organisationsnumret: kontrollsiffran stämmer inte',
  'PEPPOL-COMMON-R040': 'Kontrollera GLN: 13 siffror och rätt kontrollsiffra',
  'PEPPOL-COMMON-R041': 'Kontrollera det norska organisationsnumret: nio siffror och rätt kontrollsiffra',
  'PEPPOL-COMMON-R042': 'Kontrollera det danska CVR-numret: åtta siffror',
  'PEPPOL-COMMON-R043': 'Kontrollera det belgiska företagsnumret: tio siffror och rätt kontrollsiffror',
  'PEPPOL-COMMON-R044': 'Kontrollera den italienska IPA-koden: sex bokstäver eller siffror',
  'PEPPOL-COMMON-R045': 'Kontrollera det italienska skattenumret Codice Fiscale: 11 eller 16 tecken',
  'PEPPOL-COMMON-R046': 'Kontrollera e-fakturaadressen: ett italienskt Codice Fiscale har 11 eller 16 tecken',
  'PEPPOL-COMMON-R047': 'Kontrollera det italienska momsnumret: IT, elva siffror och rätt kontrollsiffra',
  'PEPPOL-COMMON-R049': 'Kontrollera organisationsnumret: tio siffror och rätt kontrollsiffra',
  'PEPPOL-COMMON-R050': 'Kontrollera det australiska företagsnumret: elva siffror och rätt kontrollsiffror',
  'PEPPOL-COMMON-R052': 'Kontrollera det danska P-numret: tio siffror',
  'PEPPOL-COMMON-R053': 'Kontrollera det danska SE-numret: DK och åtta siffror',
  'PEPPOL-COMMON-R054': 'Kontrollera det nederländska KVK-numret: åtta siffror',
  'PEPPOL-COMMON-R055': 'Kontrollera det nederländska OIN-numret: tjugo siffror',
  'PEPPOL-COMMON-R056-1':
    'Kontrollera e-fakturaadressen: ett nederländskt momsnummer ser ut som NL123456789B12',
  'PEPPOL-COMMON-R056-2': 'Skriv det nederländska momsnumret så här: NL123456789B12',
  'PEPPOL-COMMON-R057': 'Kontrollera det nederländska vestigingsnumret: tolv siffror',

  // Delivery and period.
  'BR-57': 'Välj land i leveransadressen',
  'BR-29': 'Ändra perioden: den slutar före sin första dag',
  'BR-CO-19': `Fakturans period har varken första eller sista dag. ${ours}`,
  'BR-30': 'Ändra radens period: den slutar före sin första dag',
  'BR-CO-20': `Radens period har varken första eller sista dag. ${ours}`,
  'PEPPOL-EN16931-R110': 'Håll radens period inom fakturans: den börjar för tidigt',
  'PEPPOL-EN16931-R111': 'Håll radens period inom fakturans: den slutar för sent',

  // Payment.
  'BR-49': `Betalningssättet saknas på fakturan. ${missed}`,
  'BR-50': 'Kontrollera kontot under Betalas till: kontonumret saknas',
  'BR-51': 'Korta kortnumret: bara de sex första och de fyra sista siffrorna får stå på fakturan',
  'BR-61': 'Välj vilket konto pengarna ska till',
  'BR-CL-16': `Fakturan har ett betalningssätt som inte finns. ${rechoose}`,
  'UBL-SR-44': 'Använd samma betalningsreferens för alla konton på fakturan',
  'UBL-SR-46': `Betalningssättets namn står mer än en gång på fakturan. ${ours}`,
  'UBL-SR-47': 'Välj konton som betalas på samma sätt, eller bara ett av dem',
  'SE-R-007': 'Skriv plusgiro med bara siffror',
  'SE-R-008': 'Skriv bankgiro med bara siffror',
  'SE-R-009': 'Skriv bankgiro med 7 eller 8 siffror, till exempel 5050-1055',
  'SE-R-010': 'Skriv plusgiro med 2 till 8 siffror, till exempel 40 02 02-8',
  'SE-R-011': `Bankgirot eller plusgirot är märkt på ett gammalt sätt. ${ours}`,
  'SE-R-012': `Betalningssättet är inte det som används inom Sverige. ${ours}`,

  // Lines.
  'BR-16': 'Lägg till minst en rad',
  'BR-21': `Raden saknar sitt nummer. ${missed}`,
  'BR-22': 'Ange antal på raden',
  'BR-23': 'Välj enhet på raden',
  'BR-24': `Raden saknar sin summa. ${missed}`,
  'BR-25': 'Skriv en benämning på raden',
  'BR-26': 'Ange à-pris på raden',
  'BR-27': 'Skriv priset på raden utan minus och sätt minus på antalet',
  'BR-28': 'Skriv bruttopriset på raden utan minus',
  'BR-CL-23': `Enheten på raden finns inte i listan över enheter. ${rechoose}`,
  'BR-64': 'Kontrollera GTIN på raden: det framgår inte vilken sorts nummer det är',
  'BR-CL-21': `GTIN på raden är märkt som en sorts nummer som inte finns. ${ours}`,
  'BR-65': 'Välj vilken lista varukoden på raden kommer från',
  'BR-CL-13': `Varukoden på raden kommer från en lista som inte finns. ${rechoose}`,
  'PEPPOL-EN16931-R044': `Prisavdraget på raden har blivit ett påslag. ${ours}`,
  'PEPPOL-EN16931-R046': 'Kontrollera priset på raden: à-priset är inte bruttopris minus prisavdrag',
  'PEPPOL-EN16931-R120': `Radens summa stämmer inte med antal, pris, rabatt och tillägg. ${miscounted}`,
  'PEPPOL-EN16931-R121': 'Skriv ett tal över noll i Pris per på raden',
  'PEPPOL-EN16931-R130': `Pris per har en annan enhet än antalet på raden. ${ours}`,

  // Discounts and charges, of the whole invoice and of a line.
  'BR-31': `Avdraget saknar sitt belopp. ${missed}`,
  'BR-32': `Avdraget saknar moms. ${missed}`,
  'BR-33': allowanceReason,
  'BR-CO-21': allowanceReason,
  'BR-36': `Tillägget saknar sitt belopp. ${missed}`,
  'BR-37': `Tillägget saknar moms. ${missed}`,
  'BR-38': chargeReason,
  'BR-CO-22': chargeReason,
  'BR-41': `Rabatten på raden saknar sitt belopp. ${missed}`,
  'BR-42': discountReason,
  'BR-CO-23': discountReason,
  'BR-43': `Tillägget på raden saknar sitt belopp. ${missed}`,
  'BR-44': lineChargeReason,
  'BR-CO-24': lineChargeReason,
  'BR-CL-19': allowanceList,
  'PEPPOL-EN16931-CL002': allowanceList,
  'BR-CL-20': chargeList,
  'PEPPOL-EN16931-CL003': chargeList,
  'PEPPOL-EN16931-R040': 'Kontrollera avdraget eller tillägget: beloppet stämmer inte med procenten',
  'PEPPOL-EN16931-R041': 'Skriv avdraget eller tillägget på nytt: det framgår inte vad procenten räknas på',
  'PEPPOL-EN16931-R042': 'Skriv avdraget eller tillägget på nytt: procenten saknas',
  'PEPPOL-EN16931-R043': `Det framgår inte om det är ett avdrag eller ett tillägg. ${rechoose}`,

  // Attachments.
  'BR-52': 'Ta bort bilagan och välj filen igen: den saknar sitt nummer',
  'BR-CL-24': fileType,
  'PEPPOL-EN16931-CL001': fileType,
  'UBL-DT-06': `Det framgår inte vilken sorts fil bilagan är. ${missed}`,
  'UBL-DT-07': `Bilagan saknar filnamn. ${missed}`,

  // Sums.
  'BR-12': `Summa rader saknas på fakturan. ${missed}`,
  'BR-13': `Summa exkl. moms saknas på fakturan. ${missed}`,
  'BR-14': `Summa inkl. moms saknas på fakturan. ${missed}`,
  'BR-15': `Att betala saknas på fakturan. ${missed}`,
  'BR-CO-10': `Summa rader stämmer inte med raderna. ${miscounted}`,
  'BR-CO-11': `Summan av avdragen stämmer inte med avdragen. ${miscounted}`,
  'BR-CO-12': `Summan av tilläggen stämmer inte med tilläggen. ${miscounted}`,
  'BR-CO-13': `Summa exkl. moms stämmer inte med rader, avdrag och tillägg. ${miscounted}`,
  'BR-CO-14': `Moms totalt stämmer inte med momsen för varje momssats. ${miscounted}`,
  'BR-CO-15': `Summa inkl. moms är inte Summa exkl. moms plus Moms totalt. ${miscounted}`,
  'BR-CO-16': `Att betala stämmer inte med summan, Redan betalt och Öresavrundning. ${miscounted}`,
  'BR-CO-17': `Momsen stämmer inte med momssatsen och beloppet före moms. ${miscounted}`,
  'BR-CO-18': `Momsspecifikationen saknas på fakturan. ${missed}`,
  'BR-45': `Momsspecifikationen saknar ett belopp före moms. ${missed}`,
  'BR-46': `Momsspecifikationen saknar momsen för en av posterna. ${missed}`,
  'BR-47': `Momsspecifikationen säger inte vilken sorts moms det är. ${missed}`,
  'BR-48': `Momsspecifikationen saknar en momssats. ${missed}`,
  'BR-53': `Momsen i redovisningsvalutan saknas på fakturan. ${missed}`,
  'PEPPOL-EN16931-R053': `Momsspecifikationen saknas, eller står mer än en gång. ${ours}`,
  'PEPPOL-EN16931-R054': `Momsen i redovisningsvalutan saknas, eller står för många gånger. ${ours}`,
  'PEPPOL-EN16931-R055': `Momsen är plus i den ena valutan och minus i den andra. ${miscounted}`,
  'UBL-DT-01': decimals('Ett belopp'),
  'BR-DEC-01': decimals('Avdraget'),
  'BR-DEC-02': decimals('Beloppet som avdraget räknas på'),
  'BR-DEC-05': decimals('Tillägget'),
  'BR-DEC-06': decimals('Beloppet som tillägget räknas på'),
  'BR-DEC-09': decimals('Summa rader'),
  'BR-DEC-10': decimals('Summan av avdragen'),
  'BR-DEC-11': decimals('Summan av tilläggen'),
  'BR-DEC-12': decimals('Summa exkl. moms'),
  'BR-DEC-13': decimals('Moms totalt'),
  'BR-DEC-14': decimals('Summa inkl. moms'),
  'BR-DEC-15': decimals('Momsen i redovisningsvalutan'),
  'BR-DEC-16': decimals('Redan betalt'),
  'BR-DEC-17': decimals('Öresavrundningen'),
  'BR-DEC-18': decimals('Att betala'),
  'BR-DEC-19': decimals('Ett belopp före moms i momsspecifikationen'),
  'BR-DEC-20': decimals('Momsen i momsspecifikationen'),
  'BR-DEC-23': decimals('Radens summa'),
  'BR-DEC-24': decimals('Rabatten på raden'),
  'BR-DEC-25': decimals('Beloppet som radens rabatt räknas på'),
  'BR-DEC-27': decimals('Tillägget på raden'),
  'BR-DEC-28': decimals('Beloppet som radens tillägg räknas på'),

  // VAT, whatever kind it is.
  'BR-CO-04': 'Välj moms på raden',
  'UBL-SR-48': `Raden har ingen moms, eller mer än en. ${rechoose}`,
  'BR-CL-17': `Fakturan har en sorts moms som inte finns. ${rechoose}`,
  'BR-CL-18': `Raden har en sorts moms som inte finns. ${rechoose}`,
  'BR-CL-22': 'Välj på nytt varför momsen är 0 %: skälet finns inte i listan',
  'SE-R-006': 'Välj 25, 12 eller 6 % moms. Andra momssatser används inte i Sverige.',
  'PEPPOL-EN16931-P0104': wrongReason('export'),
  'PEPPOL-EN16931-P0105': wrongReason('försäljning utanför momsen'),
  'PEPPOL-EN16931-P0106': wrongReason('EU-försäljning'),
  'PEPPOL-EN16931-P0107': wrongReason('omvänd moms'),
  'PEPPOL-EN16931-P0108': wrongReason('begagnade fordon från annat EU-land'),
  'PEPPOL-EN16931-P0109': wrongReason('begagnade varor (vinstmarginal)'),
  'PEPPOL-EN16931-P0110': wrongReason('konstverk (vinstmarginal)'),
  'PEPPOL-EN16931-P0111': wrongReason('samlarföremål och antikviteter (vinstmarginal)'),

  // 25, 12 and 6 %.
  'BR-S-01': `Momsspecifikationen saknar en post för 25, 12 eller 6 % moms. ${ours}`,
  'BR-S-02': ownNumber('en rad har moms'),
  'BR-S-03': ownNumber('ett avdrag har moms'),
  'BR-S-04': ownNumber('ett tillägg har moms'),
  'BR-S-05': aRate('på raden'),
  'BR-S-06': aRate('för avdraget'),
  'BR-S-07': aRate('för tillägget'),
  'BR-S-08': wrongBase('en momssats'),
  'BR-S-09': `Momsen är inte rätt procent av beloppet före moms. ${miscounted}`,
  'BR-S-10': `Ett skäl till 0 % står vid försäljning som har moms. ${ours}`,

  // Zero rate.
  'BR-Z-01': noGroup('nollskattesats'),
  'BR-Z-02': ownNumber('en rad har nollskattesats'),
  'BR-Z-03': ownNumber('ett avdrag har nollskattesats'),
  'BR-Z-04': ownNumber('ett tillägg har nollskattesats'),
  'BR-Z-05': notZero('Raden har nollskattesats'),
  'BR-Z-06': notZero('Avdraget har nollskattesats'),
  'BR-Z-07': notZero('Tillägget har nollskattesats'),
  'BR-Z-08': wrongBase('nollskattesats'),
  'BR-Z-09': taxed('det som har nollskattesats'),
  'BR-Z-10': `Ett skäl till 0 % står vid nollskattesats, som inte ska ha något. ${ours}`,

  // Exempt.
  'BR-E-01': noGroup('momsfri försäljning'),
  'BR-E-02': ownNumber('en rad är momsfri'),
  'BR-E-03': ownNumber('ett avdrag är momsfritt'),
  'BR-E-04': ownNumber('ett tillägg är momsfritt'),
  'BR-E-05': notZero('Raden är momsfri'),
  'BR-E-06': notZero('Avdraget är momsfritt'),
  'BR-E-07': notZero('Tillägget är momsfritt'),
  'BR-E-08': wrongBase('momsfri försäljning'),
  'BR-E-09': taxed('momsfri försäljning'),
  'BR-E-10': 'Skriv varför försäljningen är momsfri',

  // Reverse charge.
  'BR-AE-01': noGroup('omvänd moms'),
  'BR-AE-02': bothNumbers('en rad har omvänd moms'),
  'BR-AE-03': bothNumbers('ett avdrag har omvänd moms'),
  'BR-AE-04': bothNumbers('ett tillägg har omvänd moms'),
  'BR-AE-05': notZero('Raden har omvänd moms'),
  'BR-AE-06': notZero('Avdraget har omvänd moms'),
  'BR-AE-07': notZero('Tillägget har omvänd moms'),
  'BR-AE-08': wrongBase('omvänd moms'),
  'BR-AE-09': taxed('det som har omvänd moms'),
  'BR-AE-10': noReason('omvänd moms'),

  // Goods to another EU country.
  'BR-IC-01': noGroup('EU-försäljning'),
  'BR-IC-02': bothNumbers('en rad gäller EU-försäljning'),
  'BR-IC-03': bothNumbers('ett avdrag gäller EU-försäljning'),
  'BR-IC-04': bothNumbers('ett tillägg gäller EU-försäljning'),
  'BR-IC-05': notZero('Raden gäller EU-försäljning'),
  'BR-IC-06': notZero('Avdraget gäller EU-försäljning'),
  'BR-IC-07': notZero('Tillägget gäller EU-försäljning'),
  'BR-IC-08': wrongBase('EU-försäljning'),
  'BR-IC-09': taxed('EU-försäljning'),
  'BR-IC-10': noReason('EU-försäljning'),
  'BR-IC-11': 'Ange leveransdatum eller period. EU-försäljning kräver det.',
  'BR-IC-12': 'Välj vilket EU-land varan levereras till',

  // Export.
  'BR-G-01': noGroup('export'),
  'BR-G-02': ownNumber('en rad gäller export'),
  'BR-G-03': ownNumber('ett avdrag gäller export'),
  'BR-G-04': ownNumber('ett tillägg gäller export'),
  'BR-G-05': notZero('Raden gäller export'),
  'BR-G-06': notZero('Avdraget gäller export'),
  'BR-G-07': notZero('Tillägget gäller export'),
  'BR-G-08': wrongBase('export'),
  'BR-G-09': taxed('export'),
  'BR-G-10': noReason('export'),

  // Outside VAT.
  'BR-O-01': noGroup('försäljning utanför momsen'),
  'BR-O-02': noNumbers('på raden'),
  'BR-O-03': noNumbers('för avdraget'),
  'BR-O-04': noNumbers('för tillägget'),
  'BR-O-05': rated('Raden'),
  'BR-O-06': rated('Avdraget'),
  'BR-O-07': rated('Tillägget'),
  'BR-O-08': wrongBase('försäljning utanför momsen'),
  'BR-O-09': taxed('försäljning utanför momsen'),
  'BR-O-10': noReason('försäljning utanför momsen'),
  'BR-O-11': alone('något annat på fakturan'),
  'BR-O-12': alone('en rad'),
  'BR-O-13': alone('ett avdrag'),
  'BR-O-14': alone('ett tillägg'),
} as const
