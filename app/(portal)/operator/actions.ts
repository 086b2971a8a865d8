'use server'

import { revalidatePath } from 'next/cache'
import { defineAction } from '#app/_server/define-action.ts'
import { deliveryForm } from '#lib/forms/operator.ts'
import { retryDelivery, stopDelivery } from '#lib/services/operator/deliveries.ts'

/** *Försök nu*: the worker takes the delivery up at once. */
export const retryDeliveryAction = defineAction({
  who: 'operator',
  schema: deliveryForm,
  run: (ctx, { deliveryId }) => retryDelivery(ctx, deliveryId),
  then: () => revalidatePath('/operator'),
})

/** *Stoppa*: what has not begun to leave goes back to its company. */
export const stopDeliveryAction = defineAction({
  who: 'operator',
  schema: deliveryForm,
  run: (ctx, { deliveryId }) => stopDelivery(ctx, deliveryId),
  then: () => revalidatePath('/operator'),
})
