/**
 * How an answer out of the Peppol network names the invoice it answers: by seller, buyer and number, for it carries
 * nothing of the message that brought the invoice. Participants as in an envelope, with or without their scheme's name.
 */
export function answerKey(of: { seller: string; buyer: string; number: string }): string {
  return [of.seller, of.buyer].map(participant).concat(of.number).join(' ')
}

function participant(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^iso6523-actorid-upis::/, '')
}
