/** The id of an argument's element in a page. */
export function anchorOf(argumentId: string): string {
  return `a-${argumentId}`;
}
