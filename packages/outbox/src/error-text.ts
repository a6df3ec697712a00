/** What a database can keep of an error, whatever was thrown. */
export function errorText(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replaceAll('\0', '\uFFFD');
}
