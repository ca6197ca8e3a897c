/** The limit of a vote through HTTP: node:http, pg and one prepared statement. */
import { createServer, type IncomingMessage } from "node:http";
import pg from "pg";
import { positional, voteSql } from "../statements";
import { tellPort } from "./tell-port";

type Settings = { databaseUrl: string; connections: number };

const { databaseUrl, connections } = JSON.parse(process.argv[2]!) as Settings;
const pool = new pg.Pool({ connectionString: databaseUrl, max: connections });
const text = positional(voteSql, ["impact", "person", "debate", "argument"]);

async function bodyOf(request: IncomingMessage): Promise<{ impact: number }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString()) as { impact: number };
}

/** PUT /{debate}-{argument} by the person whose number stands in the header `person`. */
async function cast(request: IncomingMessage): Promise<string> {
  const [debate, argument] = request.url!.slice(1).split("-");
  const { impact } = await bodyOf(request);
  const values = [impact, request.headers.person, debate, argument];
  await pool.query({ name: "vote", text, values });
  return JSON.stringify({ impact });
}

tellPort(
  createServer((request, response) => {
    cast(request).then(
      (answer) => {
        response.writeHead(200, {
          "content-type": "application/json",
          "content-length": answer.length,
        });
        response.end(answer);
      },
      (error: unknown) => {
        console.error(error);
        response.writeHead(500).end();
      },
    );
  }),
);
