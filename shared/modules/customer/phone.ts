/** Digits only; the last eleven, so that +86 and spaces do not hide a double. */
export function phoneDigits(phone: string): string {
  return phone.normalize('NFKC').replace(/\D/g, '').slice(-11);
}

/** The numbers by which two files are found to be one customer's; too short ones say nothing. */
export function phonesOf(body: { phone: string; otherPhone: string }): string[] {
  return [...new Set([body.phone, body.otherPhone].map(phoneDigits))].filter((digits) => digits.length >= 7);
}
