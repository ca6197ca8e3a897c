import { readFile } from "node:fs/promises";
import path from "node:path";
import { ImageResponse } from "next/og";
import type { Stance } from "@/lib/arguments/vocabulary";

export const shareCardSize = { width: 1200, height: 630 };

/** The light theme's tokens: a picture knows no CSS variables. */
const colour = {
  paper: "#fbf9f4",
  ink: "#15171c",
  muted: "#544e48",
  SUPPORT: "#0b7290",
  OPPOSE: "#aa4f1b",
} as const;

type Card = {
  /** The small line above. */
  kicker: string;
  title: string;
  /** An argument's voice; null for a debate. */
  stance: Stance | null;
  /** The part of the weight (or of the arguments) that supports, 0 to 1, with its words. */
  balance: { part: number; support: string; oppose: string } | null;
};

const folder = path.join(/* turbopackIgnore: true */ process.cwd(), "node_modules/@fontsource");
const read = (file: string) => readFile(path.join(/* turbopackIgnore: true */ folder, file));

/** The picture that is shown where a page is shared: the motion or claim, the balance, the name. */
export async function shareCard(card: Card): Promise<ImageResponse> {
  const [serif, sans] = await Promise.all([
    read("source-serif-4/files/source-serif-4-latin-600-normal.woff"),
    read("public-sans/files/public-sans-latin-600-normal.woff"),
  ]);
  return new ImageResponse(<Drawing {...card} />, {
    ...shareCardSize,
    fonts: [
      { name: "Serif", data: serif, weight: 600, style: "normal" },
      { name: "Sans", data: sans, weight: 600, style: "normal" },
    ],
  });
}

/** The card of what has none of its own or is not public: the site's name and what it is. */
export function genericCard(tagline: string): Promise<ImageResponse> {
  return shareCard({ kicker: "", title: tagline, stance: null, balance: null });
}

function Drawing({ kicker, title, stance, balance }: Card) {
  const size = title.length > 110 ? 52 : title.length > 80 ? 60 : 68;
  return (
    <div
      style={{
        width: "100%",
        height: "100%",
        display: "flex",
        flexDirection: "column",
        justifyContent: "space-between",
        padding: "64px 72px",
        background: colour.paper,
        color: colour.ink,
        fontFamily: "Sans",
        borderLeft: stance ? `16px solid ${colour[stance]}` : "0 solid transparent",
      }}
    >
      <div style={{ display: "flex", flexDirection: "column" }}>
        <div
          style={{
            display: "flex",
            alignItems: "center",
            fontSize: 28,
            color: stance ? colour[stance] : colour.muted,
          }}
        >
          {stance ? <Triangle stance={stance} /> : null}
          {kicker}
        </div>
        <div
          style={{
            marginTop: 24,
            fontFamily: "Serif",
            fontSize: size,
            lineHeight: 1.15,
            textWrap: "balance",
          }}
        >
          {title}
        </div>
      </div>
      <div style={{ display: "flex", flexDirection: "column" }}>
        {balance ? <Balance {...balance} /> : null}
        <Name />
      </div>
    </div>
  );
}

function Name() {
  return (
    <div
      style={{
        display: "flex",
        alignItems: "center",
        marginTop: 40,
        fontSize: 34,
        fontFamily: "Serif",
      }}
    >
      <svg width="44" height="44" viewBox="0 0 32 32" style={{ marginRight: 14 }}>
        <path d="M3 26 11.5 6 20 26Z" fill={colour.SUPPORT} />
        <path d="M12 6h17L20.5 26Z" fill={colour.OPPOSE} />
      </svg>
      Counterpoint
    </div>
  );
}

function Triangle({ stance }: { stance: Stance }) {
  return (
    <svg width="24" height="24" viewBox="0 0 12 12" style={{ marginRight: 12 }}>
      <path
        d={stance === "SUPPORT" ? "M6 1 11.5 11H.5Z" : "M6 11 .5 1h11Z"}
        fill={colour[stance]}
      />
    </svg>
  );
}

function Balance({ part, support, oppose }: NonNullable<Card["balance"]>) {
  const percent = Math.round(part * 100);
  return (
    <div style={{ display: "flex", flexDirection: "column" }}>
      <div
        style={{ display: "flex", justifyContent: "space-between", fontSize: 26, marginBottom: 10 }}
      >
        <div style={{ display: "flex", alignItems: "center", color: colour.SUPPORT }}>
          <Triangle stance="SUPPORT" />
          {support}
        </div>
        <div style={{ display: "flex", alignItems: "center", color: colour.OPPOSE }}>
          <Triangle stance="OPPOSE" />
          {oppose}
        </div>
      </div>
      <div style={{ display: "flex", height: 16 }}>
        <div style={{ width: `${percent}%`, background: colour.SUPPORT }} />
        <div
          style={{
            width: `${100 - percent}%`,
            background: colour.OPPOSE,
            borderLeft: `4px solid ${colour.paper}`,
          }}
        />
      </div>
    </div>
  );
}
