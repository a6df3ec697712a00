/** The text of any thrown value, in a form that the database can store. */
export function errorText(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replaceAll('\0', '\uFFFD');
}
