import { approveRequests } from '#lib/services/recipients/requests.ts'
import { undeliveredInvoice } from '#tests/setup/invoices.ts'
import { openActionCases } from './action-cases-open.ts'
import { supplierActionCases } from './action-cases-supplier.ts'
import { makeLeaving, makeReady, makeReceived, makeRequest, password } from './belongings.ts'
import type { ActionCase } from './cases.ts'
import type { World } from './world.ts'

const reason = 'Vi köper inget av er.'

async function freshRequest(world: World): Promise<string> {
  return (await makeRequest(world, world.supplier, world.recipient)).requestId
}

async function approvedRequest(world: World): Promise<string> {
  const requestId = await freshRequest(world)
  await approveRequests(world.recipient, { requestIds: [requestId] })
  return requestId
}

async function freshDocument(world: World): Promise<string> {
  const { supplier, recipient, ids } = world
  return (await makeReceived(world, supplier, recipient, ids.customer)).documentId
}

const ofRecipients: Record<string, ActionCase> = {
  answerPlainlyAction: {
    for: 'recipient',
    attack: ({ ids }) => ({ documentId: ids.document, answer: 'accepted' }),
    control: async (world) => ({ documentId: await freshDocument(world), answer: 'accepted' }),
  },
  queryDocumentAction: {
    for: 'recipient',
    attack: ({ ids }) => ({ documentId: ids.document, question: 'Vad gäller det?' }),
    control: async (world) => ({ documentId: await freshDocument(world), question: 'Vad gäller det?' }),
  },
  rejectDocumentAction: {
    for: 'recipient',
    attack: ({ ids }) => ({ documentId: ids.document, reason }),
    control: async (world) => ({ documentId: await freshDocument(world), reason }),
  },
  approveRequestsAction: {
    for: 'recipient',
    attack: ({ ids }) => ({ 'requestIds[]': [ids.openRequest, ids.refusedRequest] }),
    control: async (world) => ({ 'requestIds[]': [await freshRequest(world)] }),
  },
  reopenRequestsAction: {
    for: 'recipient',
    attack: ({ ids }) => ({ 'requestIds[]': [ids.approvedRequest] }),
    control: async (world) => ({ 'requestIds[]': [await approvedRequest(world)] }),
  },
  refuseRequestAction: {
    for: 'recipient',
    attack: ({ ids }) => ({ requestId: ids.openRequest, reason }),
    control: async (world) => ({ requestId: await freshRequest(world), reason }),
  },
  withdrawApprovalAction: {
    for: 'recipient',
    attack: ({ ids }) => ({ requestId: ids.approvedRequest, reason }),
    control: async (world) => ({ requestId: await approvedRequest(world), reason }),
  },
}

const ofCompanies: Record<string, ActionCase> = {
  acceptNewAgreementAction: {
    for: 'company',
    attack: ({ agreement }) => ({ version: agreement.version, hash: agreement.hash, accepted: 'on' }),
    expect: 'redirect',
  },
  changeNameAction: { for: 'company', attack: () => ({ name: 'Någon Annan' }) },
  chooseMailAction: { for: 'company', attack: () => ({ mailChoice: 'daily' }) },
  changeEmailAction: {
    for: 'company',
    attack: () => ({ email: 'en.annan@provbolaget.example', currentPassword: password }),
  },
  // To the same one: whoever attacks goes on with it.
  changePasswordAction: { for: 'company', attack: () => ({ currentPassword: password, password }) },
  signOutDevicesAction: {
    for: 'company',
    isCommand: true,
    attack: ({ ids }) => ({ sessionId: ids.session }),
    control: async (world) => {
      await world.fresh('supplier')
      return { sessionId: await world.newestSession() }
    },
    expect: (world, fields) => world.hasEnded(String(fields.sessionId)),
  },
}

async function freshReady({ canaries, supplier, ids }: World): Promise<string> {
  return makeReady(canaries, supplier, ids.customer, 'fresh')
}

const ofOperators: Record<string, ActionCase> = {
  retryDeliveryAction: {
    for: 'operator',
    attack: ({ ids }) => ({ deliveryId: ids.uncertainDelivery }),
    control: async (world) => ({
      deliveryId: await undeliveredInvoice(world.supplier, await freshReady(world), 'uncertain'),
    }),
  },
  stopDeliveryAction: {
    for: 'operator',
    attack: ({ ids }) => ({ deliveryId: ids.leavingDelivery }),
    control: async (world) => ({ deliveryId: await makeLeaving(world.supplier, await freshReady(world)) }),
  },
}

/** A case for each action of the build, by its name. */
export const actionCases: Readonly<Record<string, ActionCase>> = {
  ...openActionCases,
  ...supplierActionCases,
  ...ofRecipients,
  ...ofCompanies,
  ...ofOperators,
}
