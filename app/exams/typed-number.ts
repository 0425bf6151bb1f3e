/** A number with a comma or a point. What is none is sent as it was typed, so that the answer says so. */
export function typedNumber(value: FormDataEntryValue | null): number | string {
  const typed = String(value ?? '').trim()
  const read = Number(typed.replace(',', '.'))
  return typed !== '' && Number.isFinite(read) ? read : typed
}
