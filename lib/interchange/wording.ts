import type { Problem, Report, Severity } from "./report";

type Words = {
  (key: string, values?: Record<string, string | number>): string;
  has: (key: string) => boolean;
};

export type WordedProblem = {
  severity: Severity;
  code: string;
  message: string;
  file?: string;
  line?: number;
  path?: string;
};

/** A report as people and programs read it. */
export type WordedReport = Omit<Report, "problems"> & { problems: WordedProblem[] };

/** @param words of the catalogue's `interchange.problems` */
export function wordReport(report: Report, words: Words): WordedReport {
  return { ...report, problems: report.problems.map((problem) => wordProblem(problem, words)) };
}

function wordProblem({ params, ...problem }: Problem, words: Words): WordedProblem {
  const { code } = problem;
  return { ...problem, message: words.has(code) ? words(code, params) : words("SHAPE") };
}
