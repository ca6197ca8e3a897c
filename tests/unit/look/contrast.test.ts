import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("../../../app/styles/tokens.css", import.meta.url), "utf8");
const ordinary = css.slice(0, css.indexOf("@media"));
const contrasting = css.slice(css.indexOf("(prefers-contrast: more)"));

type Theme = "light" | "dark";

/** The value of a token in a theme, as "#rrggbb"; high contrast overrides where it says so. */
function token(name: string, theme: Theme, more = false): string {
  const pattern = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`);
  const match = (more && pattern.exec(contrasting)) || pattern.exec(ordinary);
  if (!match) throw new Error(`tokens.css has no --${name}`);
  return match[theme === "light" ? 1 : 2]!;
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high! + 0.05) / (low! + 0.05);
}

const texts = ["ink", "muted", "support", "oppose"];
const marks = ["edge", "support-mark", "oppose-mark"];
const grounds = ["paper", "wash", "raised"];

describe.each<Theme>(["light", "dark"])("In the %s theme", (theme) => {
  test.each(texts)("a reader reads --%s on every ground at 7:1 or more", (text) => {
    for (const ground of grounds) {
      expect(contrast(token(text, theme), token(ground, theme))).toBeGreaterThanOrEqual(7);
      expect(contrast(token(text, theme, true), token(ground, theme, true))).toBeGreaterThanOrEqual(
        7,
      );
    }
  });

  test.each(marks)("a reader sees --%s on every ground at 4.5:1 or more", (mark) => {
    for (const ground of grounds) {
      expect(contrast(token(mark, theme), token(ground, theme))).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each(["support", "oppose"])("the voice --%s is readable on its own ground", (voice) => {
    const ground = token(`${voice}-wash`, theme);
    expect(contrast(token(voice, theme), ground)).toBeGreaterThanOrEqual(7);
    expect(contrast(token(`${voice}-mark`, theme), ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["", "-mark"])("neither voice%s is louder than the other", (part) => {
    const ratio = contrast(token(`support${part}`, theme), token(`oppose${part}`, theme));
    expect(ratio).toBeLessThan(1.05);
  });
});
