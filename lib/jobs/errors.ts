/** What of an error is kept with its job: a line without addresses of people, tokens or links. */

const longest = 300;
const revealing: readonly [RegExp, string][] = [
  [/[^\s"'<>()]+@[^\s"'<>()]+/g, "[address]"],
  [/\b(cp_|whsec_)[\w-]+/g, "[secret]"],
  [/\b[a-z][a-z+.-]*:\/\/[^\s"'<>]+/gi, "[link]"],
  [/"[^"]{40,}"/g, "[text]"],
];

/** The words of an error that an administrator may read. */
export function errorWords(error: unknown): string {
  const whole = error instanceof Error ? error.message : String(error);
  // Prisma says what it was asked first, and what went wrong last.
  const lines = whole.split("\n").filter((line) => line.trim() !== "");
  const told = whole.startsWith("\nInvalid `") ? lines.at(-1) : lines[0];
  const bare = revealing.reduce(
    (text, [pattern, instead]) => text.replace(pattern, instead),
    told ?? "",
  );
  return bare.trim().slice(0, longest) || "no words";
}
