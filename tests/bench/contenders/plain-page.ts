/** The limit of a page: node:http, the same bytes, the same headers, nothing else. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { tellPort } from "./tell-port";

type Settings = { headers: Record<string, string>; bodyFile: string };

const { headers, bodyFile } = JSON.parse(process.argv[2]!) as Settings;
const body = readFileSync(bodyFile);

tellPort(
  createServer((_request, response) => {
    response.writeHead(200, headers);
    response.end(body);
  }),
);
