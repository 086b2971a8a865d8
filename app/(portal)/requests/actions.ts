'use server'

import { revalidatePath } from 'next/cache'
import { defineAction } from '#app/_server/define-action.ts'
import { requestReasonForm, requestsForm } from '#lib/forms/customers.ts'
import {
  approveRequests,
  refuseRequest,
  reopenRequests,
  withdrawApproval,
} from '#lib/services/recipients/requests.ts'

const showAgain = () => revalidatePath('/requests')

/** *Godkänn*, one or several (K9). */
export const approveRequestsAction = defineAction({
  who: 'recipient',
  schema: requestsForm,
  run: approveRequests,
  then: showAgain,
})

/** *Ångra* after *Godkänn*. */
export const reopenRequestsAction = defineAction({
  who: 'recipient',
  schema: requestsForm,
  run: reopenRequests,
  then: showAgain,
})

/** *Neka…*, with a reason. */
export const refuseRequestAction = defineAction({
  who: 'recipient',
  schema: requestReasonForm,
  run: refuseRequest,
  then: showAgain,
})

/** *Återkalla…*, with a reason. */
export const withdrawApprovalAction = defineAction({
  who: 'recipient',
  schema: requestReasonForm,
  run: withdrawApproval,
  then: showAgain,
})
